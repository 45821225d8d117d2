// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { startPinterest, type LocalPinterest } from '../../test/pinterest/server.ts';
import { ask, postForm } from '../../test/pinterest/testing.ts';
import { saveApp } from './app';
import { beginTabSignIn, endTabSignIn, type SignInDeps } from './sign-in';
import { createTokenEndpoint } from './token-endpoint';
import { listAccounts, removeAccount } from './vault';

vi.mock('wxt/browser', () => ({
  browser: { identity: { getRedirectURL: () => 'https://abc.chromiumapp.org/' } },
}));

const redirectUri = 'http://localhost:8085/';
const scopes = ['user_accounts:read'];
let pinterest: LocalPinterest;
let deps: SignInDeps;

beforeAll(async () => {
  pinterest = await startPinterest({
    port: 0,
    boards: 1,
    pins: 1,
    redirectUris: [redirectUri],
  });
  deps = {
    endpoint: createTokenEndpoint((_, init) =>
      fetch(`http://127.0.0.1:${pinterest.port}/v5/oauth/token`, init),
    ),
    fetchAccount: async (_, accessToken) => (await whose(accessToken)).body,
  };
});
afterAll(() => pinterest.close());

const whose = (accessToken: string) =>
  ask(`${pinterest.apiUrl}/user_account`, { headers: { authorization: `Bearer ${accessToken}` } });

const use = (appId: string) =>
  saveApp(
    {
      kind: 'own',
      appId,
      appSecret: pinterest.app.secret,
      environment: 'production',
      inTab: true,
    },
    () => Promise.reject(new Error('not asked for')),
  );

beforeEach(async () => {
  pinterest.reset();
  for (const { view } of await listAccounts()) await removeAccount(view.id);
  await use(pinterest.app.id);
});

/** Begins a sign-in, and gives its state. */
const begin = async () =>
  new URL((await beginTabSignIn(scopes)).url).searchParams.get('state') ?? '';

/** Somebody allows Tack on Pinterest's page; gives the address that their tab then comes to. */
async function allowedBy(username: string, state: string): Promise<string> {
  const { headers } = await postForm(pinterest.oauthUrl, {
    client_id: pinterest.app.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(','),
    state,
    answer: 'allow',
    username,
  });
  return headers.location ?? '';
}

const sent = () => pinterest.ledger.requests('oauth/token');

describe('a code of Pinterest', () => {
  // A01
  it.each<[string, () => Promise<string>]>([
    [
      'a state that nobody gave',
      async () => {
        await begin();
        return allowedBy('linda_kitchen', 'b'.repeat(64));
      },
    ],
    [
      'no state',
      async () => {
        const address = new URL(await allowedBy('linda_kitchen', await begin()));
        address.searchParams.delete('state');
        return address.href;
      },
    ],
    [
      'the state of a sign-in before, by another account',
      async () => {
        const address = await allowedBy('tom_travels', await begin());
        await begin();
        return address;
      },
    ],
    [
      'the state of a sign-in by another app',
      async () => {
        const address = await allowedBy('linda_kitchen', await begin());
        await use('16');
        return address;
      },
    ],
    [
      'a state that is too old',
      async () => {
        const address = await allowedBy('linda_kitchen', await begin());
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
        return address;
      },
    ],
  ])('is not sent, and nobody is signed in, with %s', async (_, arrive) => {
    const address = await arrive();

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');
    vi.useRealTimers();

    expect(new URL(address).searchParams.get('code')).toMatch(/./);
    expect(sent()).toBe(0);
    expect(await listAccounts()).toEqual([]);
  });

  // A03
  it('of another’s account, put in place of one’s own, is not sent, and signs nobody in', async () => {
    await begin();
    const theirs = await allowedBy('tom_travels', 'their own state');

    await expect(endTabSignIn(deps, theirs)).rejects.toThrow('auth/state-mismatch');

    expect(sent()).toBe(0);
    expect(await listAccounts()).toEqual([]);
  });

  // A01, A04
  it('is sent once, however often its address comes, and the account stays signed in', async () => {
    const address = await allowedBy('linda_kitchen', await begin());
    const { tokens } = await endTabSignIn(deps, address);

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');
    await begin();
    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');

    expect(sent()).toBe(1);
    // A code that comes a second time would have ended these.
    expect((await whose(tokens?.accessToken ?? '')).body).toMatchObject({
      username: 'linda_kitchen',
    });
  });

  // A04
  it('that was used elsewhere is refused by Pinterest with words, and asked about once', async () => {
    const address = await allowedBy('linda_kitchen', await begin());
    const code = new URL(address).searchParams.get('code') ?? '';
    const app = {
      appId: pinterest.app.id,
      appSecret: pinterest.app.secret,
      environment: 'production',
    } as const;
    await deps.endpoint.exchange(app, code, redirectUri);

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/code-rejected');

    expect(sent()).toBe(2);
    expect(await listAccounts()).toEqual([]);
  });
});
