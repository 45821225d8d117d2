import { attribute, hasAttribute } from './dom';
import { rank, sourceOf } from './finding';
import type { Finding, Source } from './finding';
import { maxUrl } from './limits';
import { cleanText } from './text';

type PinAttributes = Pick<Finding, 'pinUrl' | 'pinDescription' | 'pinId' | 'nopin'>;

/**
 * What the author of a page asks of a pin of this element, read as Pinterest's own button does.
 * `data-pin-nopin` is Pinterest's attribute, `data-nopin` and `nopin` are what people write as well; "false" does not count.
 * @param linkedPin the pin that the element leads to
 */
export function readPinAttributes(
  element: Element,
  linkedPin: string | null = null,
): PinAttributes {
  const id = attribute(element, 'data-pin-id');
  const url = attribute(element, 'data-pin-url');
  return {
    pinUrl: url !== '' && url.length <= maxUrl ? url : null,
    pinDescription: cleanText(attribute(element, 'data-pin-description')) || null,
    pinId: /^\d{1,30}$/.test(id) ? id : linkedPin,
    nopin: ['data-pin-nopin', 'data-nopin', 'nopin'].some(
      (name) => hasAttribute(element, name) && !/^(?:false|0)$/i.test(attribute(element, name)),
    ),
  };
}

/** The picture that the author wants pinned in place of the one shown. Only http(s), as with Pinterest's button. */
export function readPinMedia(element: Element, base: string): Source | null {
  const address = attribute(element, 'data-pin-media');
  const source = address && sourceOf(address, 'data-pin-media', { base, rank: rank.author });
  return source && /^https?:/.test(source.url) ? source : null;
}
