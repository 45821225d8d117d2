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
