import { browser } from 'wxt/browser';

import { forgetReplies } from '../../lib/stats/kept';
import {
  boardIndex,
  boardWalk,
  claimedSites,
  dailyBudget,
  laneLevels,
  sectionIndex,
} from '../../lib/storage/items';
import { lanePauses, ownLinks } from '../../lib/storage/late-items';

/**
 * Drops what was read from Pinterest for another account.
 * @param isSame whether it is the same one that signed in anew: Pinterest holds back what it held back before
 */
export async function forgetSession(isSame = false): Promise<void> {
  const limits = isSame ? [] : [dailyBudget, laneLevels, lanePauses];
  const items = [boardIndex, boardWalk, claimedSites, ownLinks, sectionIndex, ...limits];
  await Promise.all([...items.map((item) => item.removeValue()), forgetReplies()]);
}

/** Opens the popup, or where the browser does not let it, the same view in a small window of its own. */
export async function openComposer(tabId: number): Promise<void> {
  await browser.action.openPopup().catch(() => openWindow(tabId));
}

/** The browser's window needs a moment to be in front again once the consent window is closed. */
const AGAIN_MS = [0, 100, 200, 400, 800, 1600];

/** How often it is looked whether the popup is there, in ms. */
const LOOK_MS = 50;

/** After the consent window took the popup's place: comes back where it can, and is no loss where it can't. */
export async function openPopupAgain(): Promise<void> {
  for (const wait of AGAIN_MS) {
    for (let waited = 0; waited < wait; waited += LOOK_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      // A busy browser may say that it could not, and do it all the same: one that the person closes stays closed.
      if (await isPopupOpen()) return;
    }
    const opened = await browser.action.openPopup().then(
      () => true,
      () => false,
    );
    if (opened) return;
  }
}

async function isPopupOpen(): Promise<boolean> {
  const runtime = browser.runtime as {
    getContexts?: (filter: { contextTypes: string[] }) => Promise<unknown[]>; // not in every Firefox
  };
  const popups = await runtime.getContexts?.({ contextTypes: ['POPUP'] }).catch(() => []);
  return (popups ?? []).length > 0;
}

const openWindow = (tabId: number) =>
  browser.windows.create({
    type: 'popup',
    width: 416,
    height: 640,
    url: browser.runtime.getURL(`/popup.html?tab=${tabId}&window=1` as never),
  });
