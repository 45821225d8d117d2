import { browser } from 'wxt/browser';

import { renewAccounts } from '../../lib/auth/renewal';
import { resumeSignIn } from '../../lib/auth/sign-in';
import { isWalkOpen, loadBoards, readBoards } from '../../lib/boards/load';
import type { BoardRow } from '../../lib/boards/types';
import { copyDrafts } from '../../lib/outbox/copies';
import { sweep } from '../../lib/outbox/sweep';
import { ensureAlarm } from '../../lib/outbox/wake';
import { syncSites } from '../../lib/sites/allowed';
import { announce } from '../../lib/storage/changes';
import { signInError } from '../../lib/storage/items';
import { ensureWatch, lookOnce } from '../../lib/watch/run';
import { RENEWAL_ALARM } from './alarms';
import { followTabs } from './follow-tabs';
import { reconcile } from './reconcile';
import { currentClient, signInDeps, tokens } from './world';

/** Goes on with all that a worker may have been stopped in the midst of. Runs at every start of it, after its listeners are there. */
export async function wake(): Promise<void> {
  if (!(await browser.alarms.get(RENEWAL_ALARM)))
    await browser.alarms.create(RENEWAL_ALARM, { periodInMinutes: 24 * 60 });
  void syncSites().catch(() => undefined); // an update takes the registered scripts away
  void ensureWatch();
  void followTabs();
  await ensureAlarm(); // gone after a restart, and after an update
  await resumeSignIn(signInDeps);
  void readOnBoards().catch(() => undefined); // the next view asks again
  await sweep().catch(() => undefined); // an outbox that can't be read is said by its views
  await reconcile();
  await copyDrafts().catch(() => undefined); // tried again at the next start
}

/** Goes on with the boards where the worker was stopped among them. */
async function readOnBoards(): Promise<void> {
  if (!(await isWalkOpen())) return;
  const { client, account } = await currentClient();
  await loadBoards(client, account.view.id, { refresh: true });
}

/** Once a day, where the person asked for it. What can't be read today is said in the panel, and read tomorrow. */
export async function watch(): Promise<void> {
  await ensureWatch(); // the person may have asked for now, which took the daily alarm's place
  await lookOnce(async () => {
    const { client, account } = await currentClient();
    return { client, accountId: account.view.id };
  });
}

/** Once a day and at each start of the browser, so that a sign-in lasts as long as that is opened now and then. */
export async function renew(): Promise<void> {
  const problem = await renewAccounts(tokens);
  if (!problem) return;
  await signInError.setValue(problem);
  announce({ kind: 'account', id: '' });
}

/** The boards of the account, for the address bar. */
export async function ownBoards(): Promise<BoardRow[]> {
  const { client, account } = await currentClient();
  return (await readBoards(client, account.view.id)).boards;
}
