import { browser } from 'wxt/browser';

import { panelTab, type PanelTab } from '../storage/items';

export type { PanelTab };

/** Calls back when a view asks the side panel to show one of its tabs, now or later, until `signal` aborts. */
export function followPageAsked(show: (tab: PanelTab) => void, signal: AbortSignal): void {
  const take = async (asked: PanelTab | null) => {
    if (asked === null || signal.aborted) return;
    show(asked);
    await panelTab.removeValue(); // said once
  };
  const stop = panelTab.watch((asked) => void take(asked));
  signal.addEventListener('abort', stop, { once: true });
  void panelTab.getValue().then(take);
}

/** Gives the tab that a view has asked for, once; null where the panel opens by itself. */
export async function takePageAsked(): Promise<PanelTab | null> {
  const asked = await panelTab.getValue();
  if (asked) void panelTab.removeValue();
  return asked;
}

/** Opens the side panel at one of its tabs, or where the browser has none, the same page in a tab. To be called first at a click. */
export async function openPanelAt(
  tab: PanelTab | undefined,
  tabOf: () => Promise<number>,
): Promise<void> {
  if (tab) void panelTab.setValue(tab);
  await showPanel(tabOf).catch(openInTab);
}

const { sidebarAction } = browser as unknown as { sidebarAction: { open(): Promise<void> } };

/** Firefox takes a click for the person's own only until the first wait. */
const showPanel = async (tabOf: () => Promise<number>) =>
  import.meta.env.FIREFOX ? sidebarAction.open() : browser.sidePanel.open({ tabId: await tabOf() });

/** Not every browser that is made of Chromium has a side panel. */
const openInTab = async () => {
  await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
};
