import { browser, type Browser } from 'wxt/browser';

import { TAB_REDIRECT } from '../../lib/site-url';
import { pageBadge, tabSignInUntil } from '../../lib/storage/late-items';

/** A tab that was shown this long ago may be the one whose event woke the worker, before it listened. */
const JUST_NOW_MS = 60_000;

type Changed = Partial<Record<'url' | 'status', string | undefined>>;

/**
 * Listens to what tabs show for as long as there is something to find: the answer of a sign-in that goes on in a tab, or
 * pages to mark. Each page that anybody loads would wake the worker otherwise. Whether there is something is known only
 * from storage; so the one page whose event woke the worker is looked for among the tabs.
 *
 * Firefox wakes its background only for listeners that were there when it began: there it listens always, to less, and what is
 * looked for among the tabs is what was there before there was something to find.
 */
export async function followTabs(): Promise<void> {
  const isThere = await isAwaited();
  if (!import.meta.env.FIREFOX && !listen(isThere)) return;
  if (!isThere) return;
  for (const tab of await browser.tabs.query({})) {
    const isRecent = tab.active || (tab.lastAccessed ?? 0) > Date.now() - JUST_NOW_MS;
    if (isRecent && tab.id !== undefined) onTab(tab.id, tab, tab);
  }
}

/** Says whether it listens from now on, and did not before. */
function listen(isWanted: boolean): boolean {
  const { onUpdated } = browser.tabs;
  if (!isWanted) onUpdated.removeListener(onTab);
  if (!isWanted || onUpdated.hasListener(onTab)) return false;
  onUpdated.addListener(onTab);
  return true;
}

/** The same in Firefox, to be called as the background begins. */
export function followTabsAlways(): void {
  browser.tabs.onUpdated.addListener(onTab);
}

const isAwaited = async () =>
  (await pageBadge.getValue()) || (await tabSignInUntil.getValue()) > Date.now();

// Of a sign-in come only addresses below the permission for localhost, which is given in the settings; others where the
// person asked for the mark on pages that they pinned.
function onTab(tabId: number, { url, status }: Changed, tab: Pick<Browser.tabs.Tab, 'url'>): void {
  if (url?.startsWith(TAB_REDIRECT))
    void import('./account-handlers').then(({ endSignInOf }) => endSignInOf(tabId, url));
  if (status === 'complete' && tab.url)
    void import('../../lib/outbox/page-badge').then(({ markPage }) => markPage(tabId, tab.url));
}
