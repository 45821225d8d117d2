import type { ImageCandidate } from '../capture/types';
import type { Draft, DraftMedia } from '../drafts/types';
import { AppError, fromErrorInfo } from '../errors';
import { croppedSize, uncroppedSize, type Crop } from '../media/crop';
import { defaultCoverMs } from '../media/video-limits';
import type { JobMedia, PictureMedia, VideoMedia } from './types';

/** Shapes differ by less than this where sizes were merely rounded. */
const SHAPE_TOLERANCE = 0.005;

/** Makes a job's picture of a draft's. @throws AppError `media/*` where it could not be read, `draft/no-image` */
export function pictureMedia(media: DraftMedia, key = ''): PictureMedia {
  switch (media.state) {
    case 'kept': {
      const { state: _, animated: __, ...facts } = media;
      return { kind: 'bytes', ...(key ? { key } : {}), ...facts };
    }
    case 'by-url':
      return { kind: 'url', url: media.url };
    case 'failed':
      throw fromErrorInfo(media.error);
    case 'reading':
      throw new AppError('draft/no-image', undefined);
  }
}

/** What of a draft goes with its own picture or video. */
type Own = Pick<Draft, 'coverMs' | 'crop'>;

/** Makes what a job's pin is made of from a draft's own picture or video. @throws AppError as `pictureMedia` */
export function ownMedia(
  media: DraftMedia,
  { coverMs = defaultCoverMs, crop }: Own = {},
): JobMedia {
  if (media.state !== 'kept' || !media.video) return cropped(pictureMedia(media), crop);
  const { type, size, sha256, width, height, video } = media;
  const { durationMs } = video;
  return { kind: 'video', type, size, sha256, width, height, durationMs, cover: { ms: coverMs } };
}

/** A picture that Pinterest fetches itself is taken whole. */
function cropped(media: PictureMedia, crop: Crop | null | undefined): PictureMedia {
  return media.kind === 'bytes' && crop ? { ...media, ...croppedSize(media, crop), crop } : media;
}

/**
 * Makes a job's carousel of a draft's pictures.
 * @param media of the draft's own picture and of those that go along, in order
 * @throws AppError `draft/carousel-unread` where some can't be read, and so not brought to one size; `media/*`
 */
export function carouselMedia(
  { image, also, together, crop }: Pick<Draft, 'image' | 'also' | 'together' | 'crop'>,
  media: readonly DraftMedia[],
): JobMedia {
  const keys = ['', ...also.map(({ key }) => key)];
  const items = media.map((each, index) =>
    cropped(pictureMedia(each, keys[index]), index === 0 ? crop : undefined),
  );
  const unread = items.filter(({ kind }) => kind === 'url').length;
  const images = [image, ...also.map((along) => along.image)];
  const canGoByUrl = unread === items.length && images.every((each) => isShapedAs(each, image));
  if (unread > 0 && !canGoByUrl) throw new AppError('draft/carousel-unread', { count: unread });
  return { kind: 'carousel', fit: together === 'pad' ? 'pad' : 'crop', items };
}

function isShapedAs(one: ImageCandidate, other: ImageCandidate): boolean {
  if (!one.width || !one.height || !other.width || !other.height) return false;
  const [shape, wanted] = [one.height / one.width, other.height / other.width];
  return Math.abs(shape / wanted - 1) <= SHAPE_TOLERANCE;
}

/** Makes a draft's picture of a job's again. */
export function draftMediaOf(media: PictureMedia | VideoMedia): DraftMedia {
  if (media.kind === 'video') {
    const { kind: _, cover: __, durationMs, ...facts } = media;
    return { state: 'kept', ...facts, video: { durationMs } };
  }
  if (media.kind === 'url') return { state: 'by-url', url: media.url };
  if (media.original) return { state: 'kept', ...media.original };
  const { kind: _, key: __, byId: ___, crop, ...facts } = media;
  return { state: 'kept', ...facts, ...uncroppedSize(media, crop) };
}
