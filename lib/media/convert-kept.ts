import { keptConverter, type ConvertTask } from './keep-converted';
import type { KeptImage } from './kept-image';
import { askOffscreen } from './offscreen';

/**
 * Converts the kept original of a draft or job and keeps the result beside it.
 * Chrome's worker has no document to draw with and decodes in an offscreen one; Firefox's background is a page.
 *
 * @throws AppError `media/*`
 */
export const convertKept: (task: ConvertTask) => Promise<KeptImage> = import.meta.env.FIREFOX
  ? keptConverter
  : convertOffscreen;

function convertOffscreen(task: ConvertTask): Promise<KeptImage> {
  // One at a time: a decoded picture is large.
  return navigator.locks.request('tack-convert', () =>
    askOffscreen<KeptImage>({ to: 'offscreen', type: 'media/convert', task }),
  );
}
