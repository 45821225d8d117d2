import { AppError } from '../errors';
import { convertKept } from '../media/convert-kept';
import { uncroppedSize } from '../media/crop';
import { carouselFrame } from '../media/frame';
import { sha256 } from '../media/hash';
import type { KeptImage } from '../media/kept-image';
import { maxImageBytes } from '../media/limits';
import { bytesName, readBytes } from '../storage/bytes';
import type { Job, JobMedia, PictureMedia } from './types';

/** Kinds of image that `POST /pins` takes inline. */
const TAKEN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

type Bytes = Extract<PictureMedia, { kind: 'bytes' }>;
type Carousel = Extract<JobMedia, { kind: 'carousel' }>;

/**
 * Makes a job's bytes what Pinterest takes: JPEG and PNG go as they are, the rest is converted, and the pictures of a
 * carousel are brought to one size.
 *
 * @throws AppError `media/*`; `draft/no-image` where the bytes are gone
 */
export async function prepareMedia({ id, media }: Pick<Job, 'id' | 'media'>): Promise<JobMedia> {
  switch (media.kind) {
    case 'bytes':
      return goesAsItIs(media) ? media : converted(media, await convertKept(taskOf(id, media)));
    case 'carousel':
      return prepareCarousel(id, media);
    default:
      return media;
  }
}

async function prepareCarousel(id: string, carousel: Carousel): Promise<Carousel> {
  const [first] = carousel.items;
  // Addresses are Pinterest's to fetch: they were checked for one shape before they were taken.
  if (first?.kind !== 'bytes' || canGoAsTheyAre(carousel.items)) return carousel;
  const frame = carouselFrame(first, carousel.fit);
  const items: PictureMedia[] = [];
  for (const item of carousel.items) {
    if (item.kind !== 'bytes') throw new AppError('draft/carousel-unread', { count: 1 });
    items.push(converted(item, await convertKept({ ...taskOf(id, item), frame })));
  }
  return { ...carousel, items };
}

/** One request carries all of them, so together they are held to the size of one. */
function canGoAsTheyAre(items: readonly PictureMedia[]): boolean {
  const bytes = items.filter((item) => item.kind === 'bytes');
  const [first] = bytes;
  return (
    bytes.length === items.length &&
    bytes.every((item) => goesAsItIs(item) && isSameSize(item, first)) &&
    bytes.reduce((sum, { size }) => sum + size, 0) <= maxImageBytes
  );
}

const isSameSize = (one: Bytes, other: Bytes | undefined) =>
  one.width === other?.width && one.height === other.height;

const goesAsItIs = ({ type, size, crop }: Bytes) =>
  TAKEN.has(type) && size <= maxImageBytes && !crop;

const taskOf = (id: string, { key = '', crop }: Bytes) => ({ id, key, ...(crop ? { crop } : {}) });

/** The facts of the original are kept: they are what the person goes back to. */
function converted(media: Bytes, facts: KeptImage): Bytes {
  const { type, size, crop } = media;
  const before = { type, size, sha256: media.sha256, ...uncroppedSize(media, crop) };
  return { ...media, ...facts, original: media.original ?? before };
}

/**
 * Gives the bytes to send of one picture: those the row names by their hash, converted or as they were, and no others.
 * @throws AppError `draft/no-image` where they are gone, `media/damaged` where what is there are not those
 */
export async function readPrepared(
  id: string,
  { key = '', sha256: hash }: Pick<Bytes, 'key' | 'sha256'>,
): Promise<Blob> {
  let isThere = false;
  for (const kind of ['prepared', 'original'] as const) {
    const file = await readBytes(id, bytesName(kind, key));
    if (file && (await sha256(file)) === hash) return file;
    isThere ||= file !== null;
  }
  throw new AppError(isThere ? 'media/damaged' : 'draft/no-image', undefined);
}
