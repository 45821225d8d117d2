/** Every reader of elements. The order is the order of findings of the same size. */
import { attribute, pixelAttribute } from './dom';
import { findingOf, sourceOf } from './finding';
import type { Reader } from './finding';
import { readPinAttributes, readPinMedia } from './pin-attributes';
import { backgroundReader, lazyBackgroundReader } from './read-background';
import { imageReader } from './read-image';
import { cleanText } from './text';

const posterReader: Reader = {
  selector: 'video[poster], video[data-poster]',
  read(element, { base }) {
    const address = attribute(element, 'poster') || attribute(element, 'data-poster');
    const source = sourceOf(address, 'poster', { base });
    if (!source) return [];
    return [
      {
        ...findingOf([source]),
        shownUrl: source.url,
        layoutWidth: pixelAttribute(element, 'width'),
        layoutHeight: pixelAttribute(element, 'height'),
        alt: cleanText(attribute(element, 'title') || attribute(element, 'aria-label')),
        ...readPinAttributes(element),
      },
    ];
  },
};

const pinMediaReader: Reader = {
  selector: '[data-pin-media]:not(img)',
  read(element, { base }) {
    const source = readPinMedia(element, base);
    return source ? [{ ...findingOf([source]), ...readPinAttributes(element) }] : [];
  },
};

export const readers: readonly Reader[] = [
  imageReader,
  posterReader,
  pinMediaReader,
  lazyBackgroundReader,
  backgroundReader,
];
