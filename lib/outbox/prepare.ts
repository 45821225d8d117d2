import { AppError } from '../errors';
import { convertKept } from '../media/convert-kept';
import { maxImageBytes } from '../media/limits';
import { readBytes } from '../storage/bytes';
import type { Job, JobMedia } from './types';

/** Kinds of image that `POST /pins` takes inline. */
const TAKEN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/**
 * Makes a job's bytes what Pinterest takes: JPEG and PNG go as they are, the rest is converted.
 * @throws AppError `media/*`; `draft/no-image` where the bytes are gone
 */
export async function prepareImage({ id, media }: Job): Promise<JobMedia> {
  if (media.kind === 'url') return media;
  if (TAKEN.has(media.type) && media.size <= maxImageBytes) return media;
  return { kind: 'bytes', ...(await convertKept(id)) };
}

/** Gives the bytes to send. @throws AppError `draft/no-image` where they are gone */
export async function readPreparedImage({ id }: Job): Promise<Blob> {
  const file = (await readBytes(id, 'prepared')) ?? (await readBytes(id, 'original'));
  if (!file) throw new AppError('draft/no-image', undefined);
  return file;
}
