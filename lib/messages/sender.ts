import { browser, type Browser } from 'wxt/browser';

import type { Sender } from './protocol';

export type MessageSender = Pick<
  Browser.runtime.MessageSender,
  'id' | 'origin' | 'url' | 'tab' | 'frameId' | 'documentId'
>;

/**
 * Tells our own pages from everything else. A page of the extension may be open in a tab, so having a tab says nothing;
 * the origin does, and a missing one fails closed (research/security-reliability.md F15).
 */
export function senderOf(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  // Not by `URL.origin`, which is the text "null" for schemes that an engine does not know, as it is for a sandboxed frame.
  const ours = browser.runtime.getURL('/' as never).replace(/\/$/, '');
  // Firefox leaves `origin` out for its extension pages in some versions; the address says the same there.
  const isOurs =
    sender.origin === undefined ? sender.url?.startsWith(`${ours}/`) : sender.origin === ours;
  return isOurs ? 'view' : 'content';
}

/** Where a message comes from, as the browser tells it; a page can say nothing of this. */
export interface From {
  tabId: number | undefined;
  frameId: number | undefined;
  /** The very document that asks, in browsers that name it. */
  documentId: string | undefined;
  /** The address of the document that asks. */
  url: string;
  /** The page in the tab, as far as Tack may know it, and whether the tab is the one in front. */
  tabUrl: string;
  isActive: boolean;
}

export const placeOf = ({ tab, frameId, documentId, url = '' }: MessageSender): From => ({
  tabId: tab?.id,
  frameId,
  documentId,
  url,
  tabUrl: tab?.url ?? '',
  isActive: tab?.active ?? false,
});

/** The document that a script of Tack was put into, for which alone a nonce is good. */
export interface Place {
  tabId: number;
  /** Left out where the browser does not name documents. */
  documentId?: string;
}

/** Tells whether a message comes from the page that a nonce was given to: the same tab, its page itself, the same document. */
export const isFrom = ({ tabId, documentId }: Place, from: From): boolean =>
  from.tabId === tabId &&
  from.frameId === 0 &&
  (documentId === undefined || documentId === from.documentId);
