import { browser, type Browser } from 'wxt/browser';

import { likelyPlaces } from '../../lib/boards/likely';
import { loadSections, readBoards } from '../../lib/boards/load';
import { startFromMenu } from '../../lib/drafts/open';
import { holdMoment, MOMENT_MS } from '../../lib/outbox/moment';
import { quickPin } from '../../lib/outbox/quick-pin';
import { showJobToast } from '../../lib/outbox/toast';
import { panelTab } from '../../lib/storage/items';
import { openComposer } from './session';
import { currentClient, runner } from './world';

const { sidebarAction } = browser as unknown as { sidebarAction: { open(): Promise<void> } };

/** Does what a key stands for. Firefox takes it for the person's own only until the first wait, so panels open at once. */
export function onCommand(name: string, tab?: Browser.tabs.Tab): void {
  const { id: tabId } = tab ?? {};
  if (tabId === undefined) return;
  if (name === 'quick-pin') void pinAtOnce(tabId, startFromMenu(tabId, { srcUrl: null }));
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

/** Pins what was begun to the board that is likely meant; where that can't be known, the composer asks. */
export async function pinAtOnce(tabId: number, begun: Promise<void>): Promise<void> {
  await begun;
  const job = await queue(tabId).catch(() => null); // why it failed is said where it can be mended
  if (!job || (await showJobToast(job)) === 'view') await openComposer(tabId);
  else await holdMoment(job, MOMENT_MS).catch(() => undefined); // it begins when it can be seen
}

async function queue(tabId: number) {
  const { client, account } = await currentClient();
  const job = await quickPin(tabId, {
    list: () => readBoards(client, account.view.id),
    sections: (boardId) => loadSections(client, boardId),
    likely: likelyPlaces,
  });
  if (job) void runner.reconcile();
  return job;
}
