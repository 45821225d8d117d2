import type { Job } from '../../lib/outbox/types';

type ReadBytes = (id: string) => Promise<Blob | null>;

/**
 * Gives what a job's row shows of the bytes that are kept of it: its picture, a carousel's first one, or the cover of a
 * video, drawn from the file. Null where none are kept, or the browser can't play the video.
 * @param coverMs the moment of a video that is its cover; null where the job is of pictures
 */
export async function pictureOf(
  id: string,
  coverMs: number | null,
  readBytes: ReadBytes,
): Promise<Blob | null> {
  const bytes = await readBytes(id);
  if (!bytes || coverMs === null) return bytes;
  const { posterOf } = await import('../../lib/media/video-poster');
  return posterOf(bytes, coverMs);
}

/** Whether bytes of a job are still kept: they go once its pin is out. */
export function hasBytes({ media, stage }: Job): boolean {
  const cover = media.kind === 'carousel' ? media.items[0] : media;
  const isKept = cover?.kind === 'bytes' || cover?.kind === 'video';
  return isKept && stage.name !== 'verified' && stage.name !== 'cancelled';
}
