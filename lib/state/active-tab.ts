import { browser } from 'wxt/browser';

import { pageTabOf } from './compose-page';

/**
 * Calls back with the tab that is in front in a view's window, now and whenever it is another one or shows another page,
 * until `signal` aborts.
 */
export async function followActiveTab(
  onTab: (tabId: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  let current = -1;
  const tell = (tab: { id?: number | undefined; url?: string | undefined }) => {
    if (!signal.aborted && tab.id === current) onTab(pageTabOf(tab));
  };
  const onActivated = (active: { tabId: number; windowId: number }) => {
    if (active.windowId !== windowId) return;
    current = active.tabId;
    void browser.tabs.get(current).then(tell, () => undefined); // gone already
  };
  const onUpdated = (tabId: number, { status }: { status?: string }) => {
    if (tabId === current && status === 'complete') onTab(tabId);
  };
  const [tab] = await browser.tabs.query({ active: true, windowId });
  if (signal.aborted) return;
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
  current = tab?.id ?? -1;
  if (tab && current >= 0) tell(tab);
}
