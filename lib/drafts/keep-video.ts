import { AppError } from '../errors';
import { sha256Stream } from '../media/sha256-stream';
import { readOriginal, writeBytes } from '../storage/bytes';
import { readStaged } from '../storage/staged';
import type { KeptMedia } from './types';

/**
 * Takes a staged video in for a draft: probes it, copies it on disk, and hashes what lies there. No more than a piece of
 * it is in memory. Runs where there is a document that lives long enough: a gigabyte takes several seconds.
 *
 * @throws AppError `media/video-*`, `draft/no-image` where it is gone, `storage/full`
 */
export function keepStagedVideo(id: string, url: string): Promise<KeptMedia> {
  // A worker that was stopped while it waited asks again: the second writing waits for the first.
  return navigator.locks.request(`tack-video-${id}`, async () => {
    const staged = await readStaged(url);
    if (!staged) throw new AppError('draft/no-image', undefined);
    const { probeVideo } = await import('../media/probe-video');
    const { type, width, height, durationMs } = await probeVideo(staged);
    const size = await writeBytes(id, 'original', staged);
    const file = await readOriginal(id);
    if (!file) throw new AppError('draft/no-image', undefined);
    const sha256 = await sha256Stream(file);
    return { state: 'kept', type, size, sha256, width, height, video: { durationMs } };
  });
}
