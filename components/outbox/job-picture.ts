import type { Job } from '../../lib/outbox/types';
import { typedBytes } from '../ui/typed-bytes';

type ReadBytes = (id: string) => Promise<Blob | null>;

/**
 * Gives what a job's row shows of the bytes that are kept of it: its picture, a carousel's first one, or the cover of a
 * video, drawn from the file. Null where none are kept, or the browser can't play the video.
 * @param type what the bytes are (`typeOf`)
 * @param coverMs the moment of a video that is its cover; null where the job is of pictures
 */
export async function pictureOf(
  id: string,
  type: string,
  coverMs: number | null,
  readBytes: ReadBytes,
): Promise<Blob | null> {
  const bytes = typedBytes(await readBytes(id), type);
  if (!bytes || coverMs === null) return bytes;
  const { posterOf } = await import('../../lib/media/video-poster');
  return posterOf(bytes, coverMs);
}

const coverOf = ({ media }: Job) => (media.kind === 'carousel' ? media.items[0] : media);

/** What the kept bytes of a job are; they stay as they were found where what is sent was made of them. */
export function typeOf(job: Job): string {
  const cover = coverOf(job);
  if (cover?.kind === 'bytes') return (cover.original ?? cover).type;
  return cover?.kind === 'video' ? cover.type : '';
}

/** Whether bytes of a job are still kept: they go once its pin is out. */
export function hasBytes(job: Job): boolean {
  const { stage } = job;
  const cover = coverOf(job);
  const isKept = cover?.kind === 'bytes' || cover?.kind === 'video';
  return isKept && stage.name !== 'verified' && stage.name !== 'cancelled';
}
