import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { saveApp } from './app';
import { signIn, type SignInDeps } from './sign-in';
import type { AppCredentials } from './vault';

const REDIRECT = 'https://abc.chromiumapp.org/';

/** The consent windows that stand open, each with its address and what the person answers in it. */
const windows = vi.hoisted((): { url: string; allow: () => void; close: () => void }[] => []);
vi.mock('wxt/browser', () => ({
  browser: {
    identity: {
      getRedirectURL: () => 'https://abc.chromiumapp.org/',
      launchWebAuthFlow: ({ url }: { url: string }) =>
        new Promise((resolve, reject) => {
          const state = new URL(url).searchParams.get('state');
          windows.push({
            url,
            allow: () => resolve(`https://abc.chromiumapp.org/?state=${state}&code=c1`),
            close: () => reject(new Error('The user did not approve access.')),
          });
        }),
    },
  },
}));

const unused = () => Promise.reject(new Error('not asked for'));
const sentBy: string[] = [];
const deps: SignInDeps = {
  endpoint: {
    async exchange(app: AppCredentials, code: string, redirect: string) {
      sentBy.push(`${app.appId} ${code} ${redirect}`);
      return {
        accessToken: 'a',
        accessExpiresAt: 4e12,
        refreshToken: 'r',
        refreshExpiresAt: 4e12,
        scopes: [],
      };
    },
    refresh: unused,
    check: unused,
  },
  fetchAccount: async () => ({ id: '7', username: 'linda' }),
};
const use = (appId: string) =>
  saveApp({ kind: 'own', appId, appSecret: 's', environment: 'production', inTab: false }, unused);
const opened = () => vi.waitFor(() => expect(windows.length).toBeGreaterThan(0));

beforeEach(async () => {
  windows.length = 0;
  sentBy.length = 0;
  await use('15');
});

describe('a sign-in in a window', () => {
  // A06
  it('is one where two views ask for it at once, and both are told how it ended', async () => {
    const both = [signIn(deps, []), signIn(deps, [])];
    await opened();
    windows[0]?.allow();

    expect((await Promise.all(both)).map(({ view }) => view.username)).toEqual(['linda', 'linda']);
    expect(windows).toHaveLength(1);
    expect(sentBy).toHaveLength(1);
  });

  // A06
  it('can be begun again once its window was closed', async () => {
    const first = signIn(deps, []);
    await opened();
    windows[0]?.close();
    await expect(first).rejects.toThrow('auth/window-closed');

    const second = signIn(deps, []);
    await vi.waitFor(() => expect(windows).toHaveLength(2));
    windows[1]?.allow();
    expect((await second).view.username).toBe('linda');
  });

  // A08
  it('sends its code by the app that it began with, whatever is saved meanwhile', async () => {
    const begun = signIn(deps, []);
    await opened();
    await use('16');
    windows[0]?.allow();
    await begun;

    expect(sentBy).toEqual([`15 c1 ${REDIRECT}`]);
  });
});
