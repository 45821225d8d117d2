import { panelTab } from '../storage/items';

/** Calls back when a view asks the side panel to show the page, now or later, until `signal` aborts. */
export function followPageAsked(show: () => void, signal: AbortSignal): void {
  const take = async (asked: 'page' | null) => {
    if (asked === null || signal.aborted) return;
    await panelTab.removeValue(); // said once
    show();
  };
  const stop = panelTab.watch((asked) => void take(asked));
  signal.addEventListener('abort', stop, { once: true });
  void panelTab.getValue().then(take);
}
