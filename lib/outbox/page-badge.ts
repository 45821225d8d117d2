import { browser } from 'wxt/browser';

import { pageBadge } from '../storage/late-items';
import { historyOfPage } from './history';
import { pageHashes } from './page-hashes';

/**
 * Marks the toolbar button on pages that Tack made a pin of, where the person asked for that and the browser tells Tack which
 * page a tab shows. It is looked up in Tack's own history: no page is told to anybody.
 *
 * @param url what the tab shows; undefined where the browser does not say
 */
export async function markPage(tabId: number, url: string | undefined): Promise<void> {
  if (!url?.startsWith('http') || !(await pageBadge.getValue())) return;
  if ((await historyOfPage(await pageHashes(url))).length === 0) return;
  // For this page only: a browser forgets it when the tab goes elsewhere. A tab may be gone meanwhile.
  await browser.action.setBadgeText({ tabId, text: '✓' }).catch(() => undefined);
}
