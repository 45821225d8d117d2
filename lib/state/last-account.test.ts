import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import type { AccountView } from '../auth/types';
import type { Send } from '../messages/create-send';
import { forgetReplies } from '../stats/kept';
import { createAccountStore } from './account';
import { beginWithLastAccount } from './last-account';

const linda: AccountView = {
  id: '1',
  username: 'linda',
  imageUrl: null,
  accountType: 'BUSINESS',
  environment: 'production',
  scopes: [],
};

/** A background that says who is connected once it is let. */
function makeBackground(account: AccountView | null) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const ask = async () => {
    await promise;
    return { account, accounts: [], app: null, error: null };
  };
  return { ask: ask as unknown as Send, answer: resolve };
}

/** A panel as it opens, and what it shows before and after the background has answered. */
async function openPanel(connected: AccountView | null) {
  const { ask, answer } = makeBackground(connected);
  const store = createAccountStore(ask);
  const begun = beginWithLastAccount(store);
  const loaded = store.getState().load();
  await begun;
  const before = store.getState();
  answer();
  await loaded;
  await vi.waitFor(async () => {
    const kept = await browser.storage.session.get('stats/account');
    expect(kept['stats/account'] ?? null).toEqual(connected);
  });
  return [before, store.getState()].map(({ status, account }) => [status, account?.id ?? null]);
}

describe('the account that a panel begins with', () => {
  beforeEach(() => browser.storage.session.clear());

  it('is the one of last time, before the background has answered', async () => {
    expect(await openPanel(linda)).toEqual([
      ['loading', null],
      ['connected', '1'],
    ]);
    expect(await openPanel(linda)).toEqual([
      ['connected', '1'],
      ['connected', '1'],
    ]);
  });

  it('gives way to what the background says', async () => {
    await openPanel(linda);
    expect(await openPanel(null)).toEqual([
      ['connected', '1'],
      ['signed-out', null],
    ]);
    expect(await openPanel({ ...linda, id: '2' })).toEqual([
      ['loading', null],
      ['connected', '2'],
    ]);
  });

  it('is forgotten with the numbers', async () => {
    await openPanel(linda);
    await forgetReplies();
    expect((await openPanel(linda))[0]).toEqual(['loading', null]);
  });
});
