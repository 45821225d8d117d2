import type { Send } from '../messages/create-send';
import type { Input, OperationId } from '../pinterest/endpoints';
import { PAGE_SIZE, read } from './read';

/** What is around an account. */
export const circleParts = [
  'followers',
  'following',
  'boards',
  'interests',
  'businesses',
  'websites',
] as const;
export type CirclePart = (typeof circleParts)[number];

/** Somebody, or something, around the account. */
export interface CircleItem {
  name: string;
  /** Its page at Pinterest or on the web, where one is known. */
  url: string | null;
  /** What Pinterest says of it, e.g. `VERIFIED`; '' where it says nothing. */
  note: string;
}

export interface CirclePage {
  items: CircleItem[];
  /** Where the next page begins, null on the last. */
  bookmark: string | null;
}

interface Wire {
  username?: string;
  name?: string;
  canonical_url?: string;
  website?: string;
  status?: string;
  owner?: { username?: string };
}

const operations = {
  followers: 'followers/list',
  following: 'user_following/get',
  boards: 'boards_user_follows/list',
  interests: 'user_account/followed_interests',
  businesses: 'linked_business_accounts/get',
  websites: 'user_websites/get',
} as const satisfies Record<CirclePart, OperationId>;

/**
 * Reads one page of what is around the account.
 * @param siteUrl where people's pages are
 * @throws AppError as the client does
 */
export async function readCircle(
  ask: Send,
  part: CirclePart,
  { username, siteUrl, bookmark }: { username: string; siteUrl: string; bookmark: string | null },
): Promise<CirclePage> {
  const query = {
    ...(part === 'businesses' ? {} : { page_size: PAGE_SIZE }),
    ...(part === 'interests' ? { username } : {}),
    ...(bookmark ? { bookmark } : {}),
  };
  const id = operations[part];
  const reply: unknown = await read(ask, id, query as Input<typeof id>);
  // Linked businesses are a bare array, and all there is.
  const page = (Array.isArray(reply) ? { items: reply as Wire[] } : reply) as {
    items: Wire[];
    bookmark?: string | null;
  };
  const next = page.bookmark ?? null;
  return {
    items: page.items.map((item) => toItem(item, siteUrl)),
    bookmark: next === bookmark ? null : next,
  };
}

function toItem(item: Wire, siteUrl: string): CircleItem {
  const { username, name, canonical_url = '', website, status = '', owner } = item;
  if (website)
    return { name: website, url: webAddress(website), note: status === 'success' ? '' : status };
  if (username) return { name: username, url: pageOf(username, siteUrl), note: '' };
  const by = owner?.username ?? '';
  return { name: name ?? '', url: webAddress(canonical_url), note: by };
}

const pageOf = (username: string, siteUrl: string) => `${siteUrl}/${encodeURIComponent(username)}/`;

/** An address to link to; what is not of the web is none. */
function webAddress(text: string): string | null {
  const url = URL.parse(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return text !== '' && url && /^https?:$/.test(url.protocol) ? url.href : null;
}
