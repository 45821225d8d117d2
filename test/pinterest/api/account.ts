import type { Account } from '../types.ts';
import { errors } from './errors.ts';
import { noContent, ok, type Call, type Handler } from './pipeline.ts';
import { flag, oneOf, pageOf, bodyText } from './reading.ts';
import { boardShape, imageUrl } from './shapes.ts';

/** Answers what an account is, whom it follows and which websites it has. */
export const accountHandlers: Record<string, Handler> = {
  'user_account/get': ({ world, account }) =>
    ok({
      id: account.id,
      username: account.username,
      account_type: account.type,
      business_name: account.type === 'BUSINESS' ? account.name : null,
      about: account.about,
      profile_image: imageUrl(world, account.avatar, '600x'),
      website_url: account.website,
      board_count: world.store.ownerBoards(account.id).length,
      pin_count: world.store.ownerPinCount(account.id),
      follower_count: account.followers.length,
      following_count: account.following.length,
      monthly_views: account.monthlyViews,
    }),

  'linked_business_accounts/get': ({ world, account }) => {
    const image = imageUrl(world, account.avatar, '150x150');
    const business = {
      username: account.username,
      image_small_url: image,
      image_medium_url: image,
      image_large_url: imageUrl(world, account.avatar, '600x'),
      image_xlarge_url: imageUrl(world, account.avatar, '600x'),
    };
    return ok(account.type === 'BUSINESS' ? [business] : []);
  },

  'followers/list': (call) => ok(usersPage(call, 'followers', call.account.followers)),

  'user_following/get': (call) => {
    oneOf(call, 'feed_type', ['ALL', 'RANKED', 'CREATOR_ONLY', 'RANKED_CREATOR_ONLY'], 'ALL');
    flag(call, 'explicit_following');
    return ok(usersPage(call, 'following', call.account.following));
  },

  'boards_user_follows/list': (call) => {
    const { store } = call.world;
    const boards = [...store.accounts.values()]
      .filter((account) => account !== call.account)
      .flatMap((account) => store.ownerBoards(account.id))
      .filter((board) => board.privacy === 'PUBLIC')
      .slice(0, 3);
    const page = pageOf(call, 'followed boards', boards, (board) => board.sequence);
    return ok({ ...page, items: page.items.map((board) => boardShape(call.world, board)) });
  },

  'follow_user/update': (call) => {
    const username = call.path('username');
    const known =
      call.world.store.accountNamed(username) ?? call.account.followers.includes(username);
    if (!known) throw errors.noUser();
    if (!call.account.following.includes(username)) call.account.following.push(username);
    return ok({ username, type: 'user' });
  },

  'user_websites/get': (call) => {
    const items = call.account.websites.map((site, index) => ({ site, index }));
    const page = pageOf(call, 'websites', items, ({ index }) => index);
    return ok({ ...page, items: page.items.map(({ site }) => websiteShape(site)) });
  },

  'verify_website/update': (call) => {
    const website = bodyText(call, 'website');
    if (!website) throw errors.invalid('Invalid request: website is required');
    const site = { website, status: 'success', verifiedAt: Date.now() } as const;
    call.account.websites = [
      ...call.account.websites.filter((known) => known.website !== website),
      site,
    ];
    return ok(websiteShape(site));
  },

  'unverify_website/delete': (call) => {
    const website = call.query.get('website');
    const kept = call.account.websites.filter((known) => known.website !== website);
    if (kept.length === call.account.websites.length) {
      throw Object.assign(errors.noUser(), { code: 404, message: 'Website not in user list.' });
    }
    call.account.websites = kept;
    return noContent();
  },

  'website_verification/get': ({ account }) => {
    const code = `${account.id}0000000000000000`.slice(0, 32);
    return ok({
      verification_code: code,
      dns_txt_record: `pinterest-site-verification=${code}`,
      metatag: `<meta name="p:domain_verify" content="${code}"/>`,
      filename: `pinterest-${code.slice(0, 5)}.html`,
      file_content: `<html><head><meta name="p:domain_verify" content="${code}"/></head></html>`,
    });
  },

  'user_account/followed_interests': (call) => {
    const account = call.world.store.accountNamed(call.path('username'));
    if (!account) throw errors.noUser();
    const items = account.interests.map((name, index) => ({ name, index }));
    const page = pageOf(call, 'interests', items, ({ index }) => index);
    return ok({
      ...page,
      items: page.items.map(({ name, index }) => interestShape(call, account, name, index)),
    });
  },
};

function usersPage(call: Call, list: string, usernames: readonly string[]) {
  const users = usernames.map((username, index) => ({ username, index }));
  const page = pageOf(call, list, users, ({ index }) => index);
  return { ...page, items: page.items.map(({ username }) => ({ username, type: 'user' })) };
}

function websiteShape(site: Account['websites'][number]) {
  const verified =
    site.verifiedAt === undefined
      ? {}
      : { verified_at: new Date(site.verifiedAt).toISOString().slice(0, 19) };
  return { website: site.website, status: site.status, ...verified };
}

function interestShape(call: Call, account: Account, name: string, index: number) {
  const id = (BigInt(account.id) + BigInt(index + 1)).toString();
  const key = name.toLowerCase();
  return {
    id,
    name,
    key,
    canonical_url: `${call.world.origin('pinterest')}/ideas/${encodeURIComponent(key.replaceAll(' ', '-'))}/${id}/`,
  };
}
