/** On which pictures a button may stand, and where the page or its author wants none. */
import { attribute, hasAttribute, queryAll } from '../capture/dom';
import { minSide } from '../capture/limits';
import { readPinAttributes } from '../capture/pin-attributes';

/** A place in the window, and the elements there that an event has gone through, the innermost first. */
export interface Place {
  path: readonly EventTarget[];
  x: number;
  y: number;
}

/** A page may lay this many layers over a picture: a shade, a link, a caption. */
const LAYERS = 8;

/** What is stretched from less than this is a spacer, with the picture below it. */
const SPACER = 16;

/** How far up from a picture the box is in which a layer belongs to it. */
const BOX_LEVELS = 3;

/** The buttons of others for the same thing: Pinterest's own, and those of the plugins that pages have. */
const pinButtons =
  'a[href*="pinterest."][href*="/pin/create"],[data-pin-do],[data-pin-href],[data-pin-log],' +
  '[class*="pinit" i],[class*="pin-it" i],[class*="pinterest" i]';

/** Whether a page wants no such button at all: its author's word against pinning, or a button of its own on pictures. */
export function isUnwantedOn(document: Document): boolean {
  const nopin = queryAll(document, 'meta[content]').some(
    (meta) =>
      /^pinterest$/i.test(attribute(meta, 'name')) && /\bnopin\b/i.test(attribute(meta, 'content')),
  );
  // Pinterest's script has its options in its own tag, and marks the body for those who come after it.
  return nopin || queryAll(document, 'body[data-pin-hover],script[data-pin-hover]').length > 0;
}

/** The picture at a place that a button may stand on; null where there is none, or where it is not wanted there. */
export function pictureFor({ path, x, y }: Place): HTMLImageElement | null {
  const [inmost] = path;
  const there = inmost instanceof Element ? [inmost] : [];
  const layers = [...there, ...document.elementsFromPoint(x, y)].slice(0, LAYERS);
  const at = layers.findIndex(isPicture);
  const image = layers[at];
  if (!(image instanceof HTMLImageElement) || !mayHaveButton(image)) return null;
  // What lies over it from elsewhere, such as a dialog, is what the person looks at.
  return layers.slice(0, at).every((layer) => belongsTo(image, layer)) ? image : null;
}

/** Whether a picture takes the button of somebody else: its author wants none, and the page has none of its own on it. */
export function mayHaveButton(image: HTMLImageElement): boolean {
  if (readPinAttributes(image).nopin || isMarked(image, 'data-pin-no-hover', 'data-pin-nohover'))
    return false;
  const box = image.getBoundingClientRect();
  if (image.closest(pinButtons)?.localName === 'a') return false; // the picture itself is the button
  return !queryAll(document, pinButtons).some((button) => {
    const own = button.getBoundingClientRect();
    const isButton = own.width * own.height < (box.width * box.height) / 2;
    return isButton && own.width > 0 && overlaps(own, box);
  });
}

/** Large enough as it is shown, as with Pinterest's own button, and at an address that can be read. */
function isPicture(element: Element): element is HTMLImageElement {
  if (!(element instanceof HTMLImageElement) || element.naturalWidth < SPACER) return false;
  const { width, height } = element.getBoundingClientRect();
  return Math.min(width, height) >= minSide && /^(?:https?|blob):/.test(element.currentSrc);
}

const isMarked = (element: Element, ...names: string[]) =>
  names.some(
    (name) => hasAttribute(element, name) && !/^(?:false|0)$/i.test(attribute(element, name)),
  );

function belongsTo(image: Element, layer: Element): boolean {
  let box = image.parentElement;
  for (let level = 0; level < BOX_LEVELS && box && box !== document.body; level += 1) {
    if (box.contains(layer)) return true;
    box = box.parentElement;
  }
  return false;
}

const overlaps = (one: DOMRect, other: DOMRect) =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top;
