/** Which picture is meant where the browser itself names none: under an overlay, in a link, behind a box. */
import { attribute, firstAttribute, hasAttribute, queryAll } from './dom';
import { imageUrl } from './image-url';
import { backgroundLayers } from './read-background';

/** Where the person clicked, in pixels of the window. */
export interface Point {
  x: number;
  y: number;
}

/** A hand is not that exact, and overlays leave gaps. */
const REACH = 24;

/** The address of the picture at a place: of what is there, from the top to what lies below, and then of what is near. */
export function pictureAtPoint(document: Document, { x, y }: Point): string | null {
  const around = [0, -REACH, REACH].flatMap((dy) =>
    [0, -REACH, REACH].map((dx) => [dx, dy] as const),
  );
  const near = around.toSorted((one, other) => Math.hypot(...one) - Math.hypot(...other));
  for (const [dx, dy] of near) {
    const stack = document.elementsFromPoint(x + dx, y + dy);
    const url = firstOf(stack, pictureOf) ?? firstOf(stack.slice(0, 4), pictureWithin);
    if (url) return url;
  }
  return null;
}

/** The address of the picture that a path of elements has, the innermost first; as an event's composed path. */
export function pictureInPath(path: readonly EventTarget[]): string | null {
  const elements = path.filter((target) => target instanceof Element);
  return firstOf(elements, pictureOf) ?? firstOf(elements.slice(0, 4), pictureWithin);
}

/** The address of the picture that a link shows, or that stands beside it in the same card. */
export function pictureOfLink(document: Document, linkUrl: string): string | null {
  const links = queryAll(document, 'a[href], area[href]').filter(
    (link) => (link as HTMLAnchorElement).href === linkUrl,
  );
  const own = firstOf(links, (link) => pictureOf(link) ?? pictureWithin(link));
  return (
    own ??
    firstOf(links, (link) => pictureWithin(link.closest('article, li, figure, [class*="card" i]')))
  );
}

function firstOf(
  elements: readonly Element[],
  read: (element: Element) => string | null,
): string | null {
  for (const element of elements) {
    const url = read(element);
    if (url) return url;
  }
  return null;
}

/** What an element itself shows. */
function pictureOf(element: Element): string | null {
  const base = element.baseURI;
  if (element instanceof HTMLImageElement)
    return imageUrl(element.currentSrc || attribute(element, 'src'), base);
  if (element instanceof HTMLVideoElement && hasAttribute(element, 'poster'))
    return imageUrl(attribute(element, 'poster'), base);
  if (element.localName === 'image' || element.localName === 'input') {
    return imageUrl(firstAttribute(element, 'href', 'xlink:href', 'src'), base);
  }
  const view = element.ownerDocument.defaultView;
  const styles = [null, '::before', '::after'].map((pseudo) =>
    view?.getComputedStyle(element, pseudo),
  );
  const layers = styles.flatMap((style) => backgroundLayers(style?.backgroundImage ?? '', base));
  return layers[0]?.[0]?.url ?? null;
}

/** The largest picture inside of an element, as it is shown. */
function pictureWithin(element: Element | null): string | null {
  const find = Element.prototype.querySelectorAll; // not the element's own: a form's field may have the name
  const images = element ? [...find.call(element, 'img, video[poster], image')].slice(0, 50) : [];
  const sized = images.map((image) => {
    const { width, height } = image.getBoundingClientRect();
    return { image, area: width * height };
  });
  const [largest] = sized.toSorted((one, other) => other.area - one.area);
  return largest ? pictureOf(largest.image) : null;
}
