import { browser } from 'wxt/browser';

const PAGE = '/compose.html';

/** The address of the full window with a draft, and with the page in a tab that it was begun on. */
export const composeUrl = (tabId: number, draftId: string): string =>
  browser.runtime.getURL(`${PAGE}?tab=${tabId}&draft=${draftId}` as never);

/**
 * Gives the tab with the page that a view is about: a full window of Tack stands for the page its draft was begun on. Of
 * other tabs no address is known here, nor needed.
 */
export function pageTabOf({
  id,
  url = '',
}: {
  id?: number | undefined;
  url?: string | undefined;
}): number {
  const isOurs = url.startsWith(browser.runtime.getURL(PAGE));
  return (isOurs && Number(new URL(url).searchParams.get('tab'))) || (id ?? -1);
}
