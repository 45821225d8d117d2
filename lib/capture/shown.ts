/** What an element that is no `<img>` shows. */
import { attribute, pixelAttribute } from './dom';
import { findingOf } from './finding';
import type { Finding, Source } from './finding';
import { readPinAttributes } from './pin-attributes';
import { cleanText } from './text';

/** A finding for an element that shows one picture, at the first of its sources. */
export function shownBy(
  element: Element,
  sources: Source[],
  alt = attribute(element, 'aria-label'),
): Finding {
  const { width, height } = element.getBoundingClientRect();
  return {
    ...findingOf(sources),
    shownUrl: sources[0]?.url ?? '',
    layoutWidth: Math.round(width) || pixelAttribute(element, 'width'),
    layoutHeight: Math.round(height) || pixelAttribute(element, 'height'),
    alt: cleanText(alt),
    ...readPinAttributes(element),
  };
}
