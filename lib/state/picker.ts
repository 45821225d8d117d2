import { bareImage } from '../capture/bare-image';
import type { ImageCandidate } from '../capture/types';
import { AppError } from '../errors';
import { maxImageBytes } from '../media/limits';
import { stageBytes } from '../storage/staged';
import { isVideoFile, videoOfFile } from './picker-video';

/** Which pictures a person looks for; the others are dimmed, and stay where they are. */
export type PickerFilter = 'all' | 'large' | 'tall' | 'photo';

/** Pinterest shows pins of 2:3; from here on a picture counts as upright, and as large enough to look sharp there. */
const TALL = 1.2;
const LARGE_PX = 600;

const fits: Readonly<Record<PickerFilter, (image: ImageCandidate) => boolean>> = {
  all: () => true,
  // What is not known is not said to be small.
  large: ({ width }) => width === 0 || width >= LARGE_PX,
  tall: ({ width, height }) => width > 0 && height / width >= TALL,
  photo: ({ type, url }) => !/svg|gif|png/.test(type) && !/\.(?:svg|gif|png)(?:\?|$)/i.test(url),
};

export const filters = Object.keys(fits) as PickerFilter[];

/** Tells whether a picture is one that is looked for. */
export const isSought = (filter: PickerFilter, image: ImageCandidate): boolean =>
  fits[filter](image);

/** Gives where an arrow key leads from one tile of a grid to the next; the same where there is none. */
export function nextTile(
  key: string,
  from: number,
  { count, columns }: { count: number; columns: number },
): number {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const to = from + (steps[key] ?? 0);
  return to >= 0 && to < count ? to : from;
}

/** A picture that the person brings along by its address. */
export const pictureAt = (url: string): ImageCandidate => bareImage(url, 'file');

/**
 * Takes a file that the person brings along: a picture, or a video. The view shows it by an address of its own; the draft reads what is staged.
 * @throws AppError `media/too-large`, `media/unsupported` where it is neither; `media/video-*`, `storage/full`
 */
export async function pictureOfFile(file: Blob): Promise<ImageCandidate> {
  if (isVideoFile(file)) return videoOfFile(file);
  if (!file.type.startsWith('image/')) {
    throw new AppError('media/unsupported', { type: file.type });
  }
  if (file.size > maxImageBytes) {
    throw new AppError('media/too-large', { bytes: file.size, limit: maxImageBytes });
  }
  const url = await stageBytes(file);
  return { ...bareImage(url, 'file'), type: file.type, shownUrl: URL.createObjectURL(file) };
}
