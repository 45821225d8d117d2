import type { AccountView } from '../auth/types';
import { defineItem } from '../storage/item';
import type { AccountState, AccountStore } from './account';

/**
 * Who was connected when a panel was last open. It stands among the numbers that the session holds, and is forgotten with
 * them, which is whenever another account is worked with.
 */
export const lastAccount = defineItem<AccountView | null>('session:stats/account', {
  fallback: null,
});

/**
 * Shows the account of last time until the background has said who is connected: the numbers that the session holds need not
 * wait for a worker that sleeps. What the background says is kept for the next time.
 */
export async function beginWithLastAccount(store: AccountStore): Promise<void> {
  store.subscribe(keep);
  const account = await lastAccount.getValue();
  if (account && store.getState().status === 'loading')
    store.setState({ status: 'connected', account });
}

function keep({ status, account }: AccountState, before: AccountState): void {
  if (status === 'loading' || status === 'connecting') return;
  const now = status === 'connected' ? account : null;
  if (status === before.status && JSON.stringify(account) === JSON.stringify(before.account))
    return;
  void lastAccount.setValue(now).catch(() => undefined); // no room: the next panel only waits for the worker
}
