import { browser } from 'wxt/browser';

import { fromErrorInfo } from '../errors';
import type { ConvertAsk, ConvertAnswer } from '../messages/offscreen-protocol';
import { keptConverter, type ConvertTask } from './keep-converted';
import type { KeptImage } from './kept-image';

/**
 * Converts the kept original of a draft or job and keeps the result beside it.
 * Chrome's worker has no document to draw with and decodes in an offscreen one; Firefox's background is a page.
 *
 * @throws AppError `media/*`
 */
export const convertKept: (task: ConvertTask) => Promise<KeptImage> = import.meta.env.FIREFOX
  ? keptConverter
  : convertOffscreen;

const OFFSCREEN_PAGE = '/offscreen.html';

function convertOffscreen(task: ConvertTask): Promise<KeptImage> {
  // One at a time, and the document is closed after: an open one costs memory, and takes the whole extension down
  // should it crash (research/mv3-uploads.md §2).
  return navigator.locks.request('tack-offscreen', async () => {
    await openOffscreen();
    try {
      const ask: ConvertAsk = { to: 'offscreen', type: 'media/convert', task };
      const answer = await browser.runtime.sendMessage<ConvertAsk, ConvertAnswer>(ask);
      if (!answer.ok) throw fromErrorInfo(answer.error);
      return answer.value;
    } finally {
      await browser.offscreen.closeDocument().catch(() => undefined);
    }
  });
}

async function openOffscreen(): Promise<void> {
  await browser.offscreen
    .createDocument({
      url: OFFSCREEN_PAGE,
      reasons: ['BLOBS'],
      justification: 'Decodes images that Pinterest does not take and makes JPEG or PNG of them.',
    })
    .catch((error: unknown) => {
      // Left open by a worker that was stopped: it serves as well.
      if (!/single offscreen/i.test(String(error))) throw error;
    });
}
