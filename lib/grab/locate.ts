import type { ImageCandidate } from '../capture/types';
import { containedIn, shared, type OnScreen, type Rect } from './rectangle';

/** Elements that are looked at for a background; a page has that many only if it is a very long one. */
const MAX_BACKGROUNDS = 20_000;

/** Every element of a page, also those in open shadow roots. */
export function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** The addresses under which a page may show a picture. */
export function addressesOf({ url, shownUrl, versions }: ImageCandidate): string[] {
  return [...new Set([shownUrl, url, ...versions.map((version) => version.url)])].filter(Boolean);
}

/**
 * Finds where a tab shows a picture at this moment: the largest part of it that is to be seen. Null where there is none.
 * Nothing is scrolled.
 */
export function locatePicture(root: Document, urls: readonly string[]): OnScreen | null {
  const wanted = new Set(urls);
  const all = [...elementsIn(root)];
  const shown = all.filter((element) => wanted.has(shownBy(element)));
  const found =
    shown.length > 0 ? shown : all.slice(0, MAX_BACKGROUNDS).filter(hasBackground(urls));
  return largest(found.map(placeOf));
}

/** The address of what an element shows by itself. */
function shownBy(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLVideoElement) return element.poster;
  if (element instanceof HTMLInputElement) return element.type === 'image' ? element.src : '';
  if (element instanceof SVGImageElement)
    return new URL(element.href.baseVal, element.baseURI).href;
  return '';
}

const hasBackground = (urls: readonly string[]) => (element: Element) => {
  const { backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' && urls.some((url) => backgroundImage.includes(`"${url}"`));
};

function largest(places: readonly (OnScreen | null)[]): OnScreen | null {
  const seen = places.filter((place) => place !== null);
  const area = ({ rect }: OnScreen) => rect.width * rect.height;
  return seen.toSorted((one, other) => area(other) - area(one))[0] ?? null;
}

/** Where a tab shows an element, without what its surroundings cut off; null where it is not to be seen. */
export function placeOf(element: Element): OnScreen | null {
  const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isShown ? inTab(pictureBox(element), element) : null;
}

/** Cuts a rectangle of an element to what is to be seen, and counts it from the corner of the tab. */
function inTab(rect: Rect, element: Element): OnScreen | null {
  const window = element.ownerDocument.defaultView;
  const seen = clip(rect, element);
  const cut = window && seen && shared(seen, { left: 0, top: 0, ...sizeOf(window) });
  if (!window || !cut) return null;
  if (window.parent === window) return inPinchedView(cut, window);
  const frame = window.frameElement;
  if (!frame) return null; // a frame of another site does not tell where it is
  const box = innerBox(frame);
  const moved = { ...cut, left: cut.left + box.left, top: cut.top + box.top };
  const inFrame = shared(moved, box);
  return inFrame && inTab(inFrame, frame);
}

const sizeOf = ({ innerWidth: width, innerHeight: height }: Window) => ({ width, height });

/** Two fingers enlarge a part of the page: that part is what the tab shows. */
export function inPinchedView(rect: Rect, window: Window): OnScreen | null {
  const size = sizeOf(window);
  const { scale = 1, offsetLeft = 0, offsetTop = 0 } = window.visualViewport ?? {};
  const seen = shared(
    {
      left: (rect.left - offsetLeft) * scale,
      top: (rect.top - offsetTop) * scale,
      width: rect.width * scale,
      height: rect.height * scale,
    },
    { left: 0, top: 0, ...size },
  );
  return seen && { rect: seen, view: size };
}

/** Cuts off what the elements around one hide of it. */
function clip(rect: Rect, element: Element): Rect | null {
  let left: Rect | null = rect;
  let inner = element;
  for (let outer = parentOf(element); outer && left; outer = parentOf(outer)) {
    if (getComputedStyle(inner).position === 'fixed') return left;
    const isRoot = outer === outer.ownerDocument.documentElement || outer.localName === 'body';
    // What overflows these two, the view itself cuts off.
    if (!isRoot && getComputedStyle(outer).overflow !== 'visible')
      left = shared(left, innerBox(outer));
    inner = outer;
  }
  return left;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** The box that an element's picture takes: without border and padding, and as `object-fit` places it. */
function pictureBox(element: Element): Rect {
  const box = innerBox(element, true);
  const natural = naturalSize(element);
  const { objectFit } = getComputedStyle(element);
  return natural && /^(?:contain|scale-down)$/.test(objectFit) ? containedIn(box, natural) : box;
}

function naturalSize(element: Element): { width: number; height: number } | null {
  if (element instanceof HTMLImageElement) {
    return { width: element.naturalWidth, height: element.naturalHeight };
  }
  if (element instanceof HTMLVideoElement) {
    return { width: element.videoWidth, height: element.videoHeight };
  }
  if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
  return null;
}

function innerBox(element: Element, withoutPadding = false): Rect {
  const outer = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  // Where it is turned or scaled, borders are too.
  const scale =
    element instanceof HTMLElement && element.offsetWidth > 0
      ? outer.width / element.offsetWidth
      : 1;
  const edge = (side: 'Left' | 'Top' | 'Right' | 'Bottom') => {
    const border = Number.parseFloat(style[`border${side}Width`]) || 0;
    const padding = withoutPadding ? Number.parseFloat(style[`padding${side}`]) || 0 : 0;
    return (border + padding) * scale;
  };
  return {
    left: outer.left + edge('Left'),
    top: outer.top + edge('Top'),
    width: outer.width - edge('Left') - edge('Right'),
    height: outer.height - edge('Top') - edge('Bottom'),
  };
}
