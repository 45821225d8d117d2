import { AppError } from '../errors';
import type { Job, JobMedia } from './types';

/** Tells whether a job's image is made a pin by the id that its upload gets. */
export const isById = ({ media }: Pick<Job, 'media'>): boolean =>
  media.kind === 'bytes' && media.byId === true;

/** Tells whether a job's bytes go by media upload, ahead of its pin. */
export const isUploaded = (job: Pick<Job, 'media'>): boolean =>
  job.media.kind === 'video' || isById(job);

/**
 * Takes an image into the request for its pin.
 * @throws AppError `outbox/too-late` for what does not go by an id, or does no longer
 */
export function inlineOf(media: JobMedia, isRefused: boolean): JobMedia {
  if (media.kind !== 'bytes' || !media.byId) throw new AppError('outbox/too-late', undefined);
  const { byId: _, ...facts } = media;
  return isRefused ? { ...facts, byId: false } : facts;
}

/** Forgets that an image was refused by its id: what is held though its bytes went along was refused for another reason. */
export function withoutRefusal(media: JobMedia): JobMedia {
  if (media.kind !== 'bytes' || media.byId !== false) return media;
  const { byId: _, ...facts } = media;
  return facts;
}
