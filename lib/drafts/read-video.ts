import { askOffscreen, closeOffscreen } from '../media/offscreen';
import { runningUploads } from '../outbox/upload-lease';
import { keepAwake } from '../outbox/wake';
import { keepStagedVideo } from './keep-video';
import type { KeptMedia } from './types';

/**
 * Takes a staged video in for a draft, in Chrome by the offscreen document: what the worker asks takes longer than it
 * would live by itself.
 *
 * @throws AppError `media/video-*`, `draft/no-image`, `storage/full`
 */
export const readVideo: (id: string, url: string) => Promise<KeptMedia> = import.meta.env.FIREFOX
  ? (id, url) => keepAwake(() => keepStagedVideo(id, url))
  : readOffscreen;

async function readOffscreen(id: string, url: string): Promise<KeptMedia> {
  try {
    return await keepAwake(() =>
      askOffscreen<KeptMedia>({ to: 'offscreen', type: 'video/keep', id, url }),
    );
  } finally {
    await closeOffscreen(async () => (await runningUploads()).size > 0);
  }
}
