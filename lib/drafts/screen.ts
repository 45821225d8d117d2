import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { pixelsOf, type OnScreen } from '../grab/rectangle';
import { base64ToBytes } from '../media/base64';
import { minImageSide } from '../media/limits';

/**
 * Cuts a part out of what a tab shows: a PNG in the screen's own pixels. The tab has to be in front, and the person must
 * have asked Tack for it there: the browser allows it until the tab shows another page (`activeTab`).
 *
 * @throws AppError `media/no-screen`, `media/too-small`, `media/not-visible`
 */
export async function cropTab(tabId: number, place: OnScreen): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(await pictureOf(tabId));
  try {
    const part = pixelsOf(place, bitmap);
    if (!part) throw new AppError('media/not-visible', undefined);
    const { left, top, width, height } = part;
    if (Math.min(width, height) < minImageSide) {
      throw new AppError('media/too-small', { width, height });
    }
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, -left, -top);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    bitmap.close();
  }
}

/** What a tab shows. @throws AppError `media/no-screen` where it is not in front, or the browser does not allow it */
async function pictureOf(tabId: number): Promise<Blob> {
  const windowId = await windowOf(tabId);
  const url = await browser.tabs
    .captureVisibleTab(windowId, { format: 'png' })
    .catch((cause: unknown) => {
      throw new AppError('media/no-screen', undefined, { cause });
    });
  // The person may have gone to another tab in this moment; that one is nobody's business.
  if ((await windowOf(tabId)) !== windowId) throw new AppError('media/no-screen', undefined);
  return new Blob([base64ToBytes(url.slice(url.indexOf(',') + 1))], { type: 'image/png' });
}

/** The window that has a tab in front. @throws AppError `media/no-screen` where none has */
async function windowOf(tabId: number): Promise<number> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.active || tab.windowId === undefined) throw new AppError('media/no-screen', undefined);
  return tab.windowId;
}
