import { browser, type Browser } from 'wxt/browser';

import { inTurn } from '../../lib/drafts/turn';
import type { PageTarget } from '../../lib/messages/page-protocol';
import { panelTab } from '../../lib/storage/items';

const { sidebarAction } = browser as unknown as { sidebarAction: { open(): Promise<void> } };

/** Does what a key stands for. Firefox takes it for the person's own only until the first wait, so panels open at once. */
export function onCommand(name: string, tab?: Browser.tabs.Tab): void {
  const { id: tabId } = tab ?? {};
  if (tabId === undefined) return;
  if (name === 'quick-pin') pinAtOnce(tabId, { srcUrl: null });
  else if (name === 'panel') void openPanel(tabId);
  else if (name === 'picker') {
    void openPanel(tabId);
    void panelTab.setValue('page'); // the page's pictures, with room for them
  }
}

function openPanel(tabId: number): Promise<void> {
  const opened = import.meta.env.FIREFOX ? sidebarAction.open() : browser.sidePanel.open({ tabId });
  return opened.catch(() => undefined);
}

/** Begins a draft with what a click or a key means, of a frame where one is known. */
export async function startFromMenu(
  tabId: number,
  target: PageTarget,
  frameId?: number,
): Promise<void> {
  // The turn comes first, and the part of the worker with it: the popup that opens meanwhile shows no draft from before.
  await inTurn(tabId, async () => {
    const drafts = await import('../../lib/drafts/open');
    await drafts.beginFromMenu(tabId, target, frameId);
  });
}

/** Begins a draft and pins it to the board that is likely meant. */
export function pinAtOnce(tabId: number, target: PageTarget, frameId?: number): void {
  const begun = startFromMenu(tabId, target, frameId);
  void import('./quick').then((quick) => quick.pinAtOnce(tabId, begun));
}
