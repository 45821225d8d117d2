import { browser } from 'wxt/browser';

import { updateReady } from '../storage/late-items';

/** Views that an update would close under the person's hands. */
const VIEWS = ['POPUP', 'SIDE_PANEL', 'TAB'];

/**
 * Calls back when the browser has an update of Tack ready. Who listens for that decides when it comes: Firefox then waits for
 * `reload()`, or for its own next start.
 */
export function followUpdates(onReady: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void updateReady.setValue(true).then(onReady); // noted: the worker may sleep before it is time
  });
}

/**
 * Updates Tack where an update is ready and nothing is under way: called when the outbox has come to rest. An open view is
 * something under way, as the update closes it. What waits in the outbox goes on after it.
 */
export async function updateWhenIdle(isUploading: () => Promise<boolean>): Promise<void> {
  if (!(await updateReady.getValue())) return;
  if ((await isUploading()) || (await hasViews())) return;
  await updateReady.setValue(false); // else an update that fails would be tried again and again
  browser.runtime.reload();
}

async function hasViews(): Promise<boolean> {
  const runtime = browser.runtime as {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<unknown[]>; // not in every Firefox
  };
  const views = await runtime.getContexts?.({ contextTypes: VIEWS }).catch(() => []);
  return (views ?? []).length > 0;
}
