import { browser } from 'wxt/browser';

import type { Capture } from '../capture/types';
import { AppError } from '../errors';
import { sendToPage } from '../messages/send';

/** The unlisted script that reads a page; nothing of Tack is in a page before the person asks. */
const CAPTURE_SCRIPT = '/capture.js';

/**
 * Puts the capture script into a tab and reads what there is to pin.
 * @param srcUrl the image that the person chose, or null
 * @throws AppError `page/restricted` where the browser lets no extension in, `page/unreachable` where the page is gone
 */
export async function capturePage(tabId: number, srcUrl: string | null): Promise<Capture> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: [CAPTURE_SCRIPT] })
    .catch((cause: unknown) => {
      throw new AppError('page/restricted', undefined, { cause });
    });
  return sendToPage({ tabId }, 'page/capture', { srcUrl });
}
