import { maxImages, maxUrlTotal } from './limits';
import { pictureKey } from './picture-key';
import type { Capture, ImageCandidate } from './types';

/**
 * Adds what is in a page's frames to what is in the page: pictures that it does not have itself, behind its own. A picture
 * that was asked for is where the address is shown, which may be a frame. All together stays within what one message takes:
 * a page may be made of frames that are full each.
 *
 * @param pointed what of them was found in the frame that the person clicked in: what it says was meant, was meant
 */
export function withFrames(
  page: Capture,
  frames: readonly Capture[],
  pointed: Capture | null = null,
): Capture {
  const images = [...page.images];
  const seen = new Map(images.map((image, index) => [pictureKey(image.url), index]));
  let { target } = page;
  let room = maxUrlTotal - images.reduce((sum, image) => sum + lengthOf(image), 0);
  for (const frame of frames) {
    const asked = frame.target === null ? undefined : frame.images[frame.target];
    for (const image of frame.images) {
      // Every frame takes the address that was asked for as its own; the one that shows it has its size.
      const isShown = image !== asked || image.shownWidth > 0;
      if (isShown) add(image, image === asked);
    }
    const known = asked && seen.get(pictureKey(asked.url));
    if (asked && asked.shownWidth > 0 && known !== undefined) {
      const own = target === null ? undefined : images[target];
      if (!own || own.shownWidth === 0) {
        images[known] = asked;
        target = known;
      }
    }
  }
  const meant = pointed?.images[pointed.target ?? -1];
  if (meant) {
    const known = seen.get(pictureKey(meant.url));
    target = known ?? images.length;
    images[target] = meant;
  }
  return { ...page, images, target };

  function add(image: ImageCandidate, isAsked: boolean): void {
    const key = pictureKey(image.url);
    const length = lengthOf(image);
    const isFull = images.length >= maxImages || length > room;
    if (seen.has(key) || (isFull && !isAsked)) return;
    room -= length;
    seen.set(key, images.length);
    images.push(image);
  }
}

/** What a picture takes of a message, nearly. */
const lengthOf = ({ url, shownUrl }: ImageCandidate): number => url.length + shownUrl.length;
