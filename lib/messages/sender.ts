import { browser, type Browser } from 'wxt/browser';

import type { Sender } from './protocol';

export type MessageSender = Pick<
  Browser.runtime.MessageSender,
  'id' | 'origin' | 'url' | 'tab' | 'frameId' | 'documentId'
>;

/** Not by `URL.origin`, which is the text "null" for schemes that an engine does not know, as it is for a sandboxed frame. */
const ourOrigin = () => browser.runtime.getURL('/' as never).replace(/\/$/, '');

/**
 * Tells our own pages from everything else. A page of the extension may be open in a tab, so having a tab says nothing;
 * the origin does, and a missing one fails closed (research/security-reliability.md F15).
 */
export function senderOf(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  // Every browser that Tack is for says it (Firefox since 126). The address is no word for it: it may be of a document's own making.
  return sender.origin === ourOrigin() ? 'view' : 'content';
}

/**
 * Tells whether a message comes from Tack's own worker, for the document that the worker alone asks. A worker is no document:
 * it has no tab, and Chrome names no origin of it, only its script.
 */
export const isOurWorker = ({ id, origin, url, tab }: MessageSender): boolean =>
  id === browser.runtime.id &&
  tab === undefined &&
  (origin === undefined || origin === ourOrigin()) &&
  url?.startsWith(`${ourOrigin()}/`) === true;

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
