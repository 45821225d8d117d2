import { createPageHost } from '../page-host';
import { cornerFor } from './corner';
import { hoverStyle } from './style';

/** The words of the button, and what a person's click on it does. */
export interface ButtonOptions {
  /** On the button. */
  text: string;
  /** Its name. */
  label: string;
  onClick: (click: MouseEvent) => void;
}

/** The one button of a page; it is moved to the picture under the pointer. */
export interface HoverButton {
  /** Puts it on a picture; false where there is no place for it. */
  show(image: Element): boolean;
  hide(): void;
  /** Whether an event in the page was on it: all that a page and its events see of it is the host. */
  has(target: EventTarget | null): boolean;
}

const NAME = 'data-tack-hover';

/** A click that follows so soon was begun before the button was there. */
const SETTLED_MS = 200;

/** What a page has in a corner that a person may want to click. A link around the whole picture is none of them. */
const controls = 'button, input, select, [role="button"], [role="checkbox"], [onclick]';

/** Its events end with it: to the page a click on it is not one beside an opened menu or a link. */
const ownEvents = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];

/**
 * Makes the button. It lives in a closed shadow root in a fixed layer, is only in the document while it is shown, and acts
 * on a person's click where nothing lies over it. It is out of the tab order: it comes with the pointer and goes with it,
 * and the context menu and the key do the same for those without one.
 */
export function createHoverButton({ text, label, onClick }: ButtonOptions): HoverButton {
  const { host, root } = createPageHost(NAME);
  const style = document.createElement('style');
  style.textContent = hoverStyle;
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('aria-label', label);
  button.append(tack(), text);
  root.append(style, button);
  let shownAt = 0;
  button.addEventListener('mousedown', (event) => event.preventDefault()); // the focus stays where it is
  button.addEventListener('click', (event) => {
    const isSettled = event.timeStamp - shownAt > SETTLED_MS;
    if (event.isTrusted && isSettled && isInSight({ host, root, button }, event)) onClick(event);
  });
  for (const name of ownEvents) root.addEventListener(name, (event) => event.stopPropagation());
  return {
    show(image) {
      document.documentElement.append(host);
      raise(host);
      const place = cornerFor(
        image.getBoundingClientRect(),
        { width: innerWidth, height: innerHeight },
        button.getBoundingClientRect(),
        ({ x, y }) => document.elementsFromPoint(x, y).every((at) => !at.matches(controls)),
      );
      if (place) Object.assign(button.style, { left: `${place.left}px`, top: `${place.top}px` });
      else host.remove();
      shownAt = performance.now();
      return place !== null;
    },
    hide: () => host.remove(),
    has: (target) => target === host,
  };
}

/** Above all that the page has raised itself, such as a dialog with the picture in it. */
function raise(host: HTMLElement): void {
  if (!host.showPopover) return;
  host.popover = 'manual';
  host.showPopover();
}

interface Parts {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLElement;
}

/** Whether a person can have seen what they clicked: the page has neither covered nor changed it. */
function isInSight({ host, root, button }: Parts, { clientX: x, clientY: y }: MouseEvent): boolean {
  const style = getComputedStyle(host);
  const isPlain =
    Number(style.opacity) === 1 &&
    style.visibility === 'visible' &&
    [style.filter, style.transform, style.clipPath].every((value) => !value || value === 'none');
  const top = root.elementFromPoint(x, y);
  return isPlain && document.elementFromPoint(x, y) === host && button.contains(top);
}

/** Tack's own sign, drawn with elements: a page may forbid that HTML is made of text. */
function tack(): SVGElement {
  const sign = svg('svg', { viewBox: '0 0 18 18', 'aria-hidden': 'true' });
  sign.append(
    svg('path', { d: 'M9 10.5v6' }),
    svg('circle', { class: 'head', cx: '9', cy: '6', r: '5' }),
    svg('circle', { class: 'glint', cx: '7.4', cy: '4.5', r: '1.5' }),
  );
  return sign;
}

function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
