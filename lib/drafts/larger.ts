import { largerVersions } from '../capture/larger';
import type { ImageCandidate, ImageVersion } from '../capture/types';
import { maxImagePixels } from '../media/limits';
import { mayName } from '../media/url-policy';
import type { MeasuredImage } from '../messages/page-protocol';

/** Addresses that are measured for one picture, its own among them. */
const MAX_MEASURED = 8;

/** A crop of another shape is another picture; sizes are rounded, so the shapes of one differ a little. */
const SHAPE_TOLERANCE = 0.03;

/** Worth another address: less than this is the same picture encoded again. */
const WORTH = 1.1;

/** Gives the sizes of pictures in a page; 0 for what is none, or was not there in time. */
export type Measure = (urls: string[]) => Promise<MeasuredImage[]>;

/**
 * Gives a picture at the largest address that is really there: its own versions of unknown size, and where its service may
 * have a larger one. Each is loaded and measured; only a larger one of the same shape is taken.
 */
export async function atLargest(image: ImageCandidate, measure: Measure): Promise<ImageCandidate> {
  const urls = triesOf(image);
  if (urls.length === 0) return image;
  const needsOwn = image.width === 0 || image.height === 0;
  const measured = await measure(needsOwn ? [image.url, ...urls] : urls).catch(() => []);
  const own = (needsOwn && measured.find(({ url }) => url === image.url)) || image;
  const better = measured
    .filter((each) => urls.includes(each.url) && isBetter(each, own)) // a page may say anything
    .toSorted((one, other) => other.width - one.width)[0];
  if (!better) return { ...image, width: own.width, height: own.height };
  const { url, from } = image;
  const before: ImageVersion = { url, from, width: own.width, height: own.height };
  const known = image.versions.find((version) => version.url === better.url);
  return {
    ...image,
    ...better,
    from: known?.from ?? 'larger',
    type: '',
    versions: [before, ...image.versions.filter((version) => version.url !== better.url)],
  };
}

function triesOf({ url, width, versions }: ImageCandidate): string[] {
  const unknown = versions.filter((version) => version.width === 0 || version.width > width);
  const urls = [...largerVersions(url), ...unknown.map((version) => version.url)];
  // An image proxy's address may hold any other; one of the own network is only for pictures of there.
  const isAllowed = (each: string) => /^https?:/.test(each) && mayName(url, each);
  const apart = new Set(urls.filter((each) => each !== url && isAllowed(each)));
  return [...apart].slice(0, MAX_MEASURED - 1);
}

function isBetter(
  { width, height }: MeasuredImage,
  own: { width: number; height: number },
): boolean {
  if (width === 0 || height === 0 || width * height > maxImagePixels) return false;
  if (own.width === 0) return true;
  const shape = (own.height || own.width) / own.width;
  const isSameShape = Math.abs(height / width / shape - 1) <= SHAPE_TOLERANCE;
  return width >= own.width * WORTH && isSameShape;
}
