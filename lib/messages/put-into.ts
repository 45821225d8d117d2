import { browser } from 'wxt/browser';

import type { Place } from './sender';

/**
 * Puts one of Tack's scripts into a tab's page, and gives the document that it is in, for which alone a nonce is then good.
 * @throws Error the browser's own, where it lets no extension in
 */
export async function putInto(tabId: number, script: '/toast.js' | '/region.js'): Promise<Place> {
  const [result] = await browser.scripting.executeScript({ target: { tabId }, files: [script] });
  const documentId = (result as { documentId?: string } | undefined)?.documentId; // not in every browser
  return documentId === undefined ? { tabId } : { tabId, documentId };
}
