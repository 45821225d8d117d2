import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { saveApp } from './app';
import { beginTabSignIn, endTabSignIn, type SignInDeps } from './sign-in';
import type { TokenPair } from './vault';

vi.mock('wxt/browser', () => ({
  browser: { identity: { getRedirectURL: () => 'https://abc.chromiumapp.org/' } },
}));

const unused = () => Promise.reject(new Error('not asked for'));
const tokens: TokenPair = {
  accessToken: 'a',
  accessExpiresAt: Date.now() + 1e9,
  refreshToken: 'r',
  refreshExpiresAt: Date.now() + 1e9,
  scopes: ['boards:read'],
};
const exchange = vi.fn<SignInDeps['endpoint']['exchange']>(async () => tokens);
const deps: SignInDeps = {
  endpoint: { exchange, refresh: unused, check: unused },
  fetchAccount: async () => ({ id: '7', username: 'linda' }),
};

beforeEach(() =>
  saveApp(
    { kind: 'own', appId: '15', appSecret: 's', environment: 'production', inTab: true },
    unused,
  ),
);

/** Begins one and gives the address that Pinterest sends the tab to. */
async function answered(): Promise<string> {
  const asked = new URL((await beginTabSignIn(['boards:read'])).url);
  expect(asked.searchParams.get('redirect_uri')).toBe('http://localhost:8085/');
  return `http://localhost:8085/?state=${asked.searchParams.get('state')}&code=c1`;
}

describe('a sign-in in a tab', () => {
  it('ends with the address that the tab came to, blanks around it or not', async () => {
    const { view } = await endTabSignIn(deps, ` ${await answered()}\n`);

    expect(view).toMatchObject({ username: 'linda', scopes: ['boards:read'] });
    expect(exchange).toHaveBeenLastCalledWith(
      expect.objectContaining({ appId: '15' }),
      'c1',
      'http://localhost:8085/',
    );
  });

  // A01, A04
  it('takes an answer once, and none that nobody asked for', async () => {
    const address = await answered();
    await endTabSignIn(deps, address);

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');
  });

  // A08
  it('sends no code by another app than the one that began it', async () => {
    const address = await answered();
    await saveApp(
      { kind: 'own', appId: '16', appSecret: 't', environment: 'production', inTab: true },
      unused,
    );

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');
    expect(exchange).not.toHaveBeenCalled();
  });

  // A01
  it('takes no answer that comes after ten minutes', async () => {
    const address = await answered();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });

    await expect(endTabSignIn(deps, address)).rejects.toThrow('auth/state-mismatch');
    vi.useRealTimers();
  });
});
