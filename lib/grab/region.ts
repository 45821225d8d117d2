import { minImageSide } from '../media/limits';
import type { RegionLabels } from '../messages/page-protocol';
import { createPageHost } from '../page-host';
import { inPinchedView } from './locate';
import type { OnScreen, Rect } from './rectangle';
import { afterKey, between, inView, middleOf } from './region-box';
import { regionStyle } from './region-style';

/** What the chooser says to the background. */
export interface RegionAsk {
  take(place: OnScreen): Promise<void>;
  end(): void;
}

const NAME = 'data-tack-region';

/**
 * Lets the person choose a part of what the tab shows, by mouse, touch or keys. It lives in a closed shadow root on the
 * browser's top layer, hears trusted events only, and is out of the picture before that is taken.
 */
export function showRegion(labels: RegionLabels, ask: RegionAsk): void {
  document.querySelector(`[${NAME}]`)?.remove();
  const before = document.activeElement;
  const parts = build(labels);
  const { host, field, use, cancel } = parts;
  const listening = new AbortController();
  const { signal } = listening;
  let box = middleOf(viewSize());
  const set = (next: Rect) => {
    box = inView(next, viewSize());
    show(parts, box);
  };
  const close = () => {
    listening.abort();
    host.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  const end = () => {
    close();
    ask.end();
  };
  const take = async () => {
    if (isSmall(box)) return;
    const place = inPinchedView(box, window);
    if (!place) return;
    host.hidden = true;
    await painted();
    await ask.take(place).then(close, () => {
      host.hidden = false;
      parts.hint.textContent = labels.failed;
      parts.hint.classList.add('is-bad');
      field.focus();
    });
  };

  followPointer(field, set, signal);
  followKeys(parts, { get: () => box, set, take: () => void take(), end }, signal);
  onTrusted(use, 'click', () => void take(), { signal });
  onTrusted(cancel, 'click', end, { signal });
  window.addEventListener('resize', () => set(box), { signal });
  document.documentElement.append(host);
  host.showPopover(); // above whatever the page has on top
  set(box);
  field.focus();
}

const viewSize = () => ({ width: window.innerWidth, height: window.innerHeight });

const onScreenPixels = (length: number) => Math.floor(length * window.devicePixelRatio);

/** Whether Pinterest would not take it. */
const isSmall = ({ width, height }: Rect) => onScreenPixels(Math.min(width, height)) < minImageSide;

/** Waits until the browser has painted what was changed. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Parts {
  host: HTMLElement;
  root: ShadowRoot;
  field: HTMLElement;
  box: HTMLElement;
  size: HTMLElement;
  bar: HTMLElement;
  hint: HTMLElement;
  use: HTMLButtonElement;
  cancel: HTMLButtonElement;
}

function build(labels: RegionLabels): Parts {
  const { host, root } = createPageHost(NAME);
  host.popover = 'manual';
  const field = element('div', 'field');
  field.setAttribute('role', 'dialog');
  field.setAttribute('aria-modal', 'true');
  field.setAttribute('aria-label', labels.name);
  field.setAttribute('aria-describedby', 'hint');
  field.tabIndex = 0;
  const box = element('div', 'box');
  const size = element('div', 'size');
  size.setAttribute('role', 'status');
  const hint = element('span', 'hint', labels.hint);
  hint.id = 'hint';
  const use = element('button', 'use', labels.use);
  const cancel = element('button', '', labels.cancel);
  const bar = element('div', 'bar');
  bar.dir = 'auto'; // the words' own direction: the page's may be the other one
  bar.append(hint, cancel, use);
  field.append(box, size, bar);
  const style = document.createElement('style');
  style.textContent = regionStyle;
  root.append(style, field);
  return { host, root, field, box, size, bar, hint, use, cancel };
}

function element<Tag extends 'div' | 'span' | 'button'>(tag: Tag, name: string, text = '') {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** Puts the box where it is, its size below it (inside where there is no room), and the words out of its way. */
function show({ box, size, bar, use }: Parts, rect: Rect): void {
  const { height } = viewSize();
  Object.assign(box.style, {
    left: `${rect.left}px`,
    top: `${rect.top}px`,
    width: `${rect.width}px`,
    height: `${rect.height}px`,
  });
  const bottom = rect.top + rect.height;
  size.style.left = `${rect.left}px`;
  size.style.top = `${bottom + 34 > height ? bottom - 34 : bottom + 6}px`;
  size.textContent = `${onScreenPixels(rect.width)} × ${onScreenPixels(rect.height)}`;
  size.classList.toggle('is-small', isSmall(rect));
  use.disabled = isSmall(rect);
  bar.classList.toggle('is-above', bottom > height - 140 && rect.top > 110);
}

/** A page can make events, a person can't make untrusted ones. */
function onTrusted<Type extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Type,
  run: (event: HTMLElementEventMap[Type]) => void,
  options: { signal: AbortSignal },
): void {
  target.addEventListener(type, (event) => event.isTrusted && run(event), options);
}

function followPointer(field: HTMLElement, set: (box: Rect) => void, signal: AbortSignal): void {
  let from: { x: number; y: number } | null = null;
  onTrusted(
    field,
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target as Element).closest('.bar')) return;
      field.setPointerCapture(event.pointerId);
      from = { x: event.clientX, y: event.clientY };
      field.focus();
    },
    { signal },
  );
  onTrusted(
    field,
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      const drawn = from && between(from, { x, y });
      if (drawn) set(drawn);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    onTrusted(field, type, () => (from = null), { signal });
  }
}

interface Chooser {
  get(): Rect;
  set(box: Rect): void;
  take(): void;
  end(): void;
}

/** Keys are heard before the page hears them, wherever in it the focus is. */
function followKeys(
  { host, root, use, cancel, field }: Parts,
  chooser: Chooser,
  signal: AbortSignal,
) {
  const hear = (event: KeyboardEvent) => {
    if (!event.isTrusted || host.hidden) return;
    if (!host.isConnected) {
      chooser.end(); // the page has taken it away
      return;
    }
    event.stopImmediatePropagation();
    const next = afterKey(chooser.get(), event, viewSize());
    const isOnButton = root.activeElement === use || root.activeElement === cancel;
    if (next) chooser.set(next);
    else if (event.key === 'Escape') chooser.end();
    else if (event.key === 'Enter' && !isOnButton) chooser.take();
    else if (event.key === 'Tab') goOn([field, cancel, use], root.activeElement, event.shiftKey);
    else return; // the browser's own keys, and a button's
    event.preventDefault();
  };
  window.addEventListener('keydown', hear, { capture: true, signal });
}

/** The focus stays in the chooser. */
function goOn(places: readonly HTMLElement[], from: Element | null, isBack: boolean): void {
  const able = places.filter((place) => !place.matches(':disabled'));
  const index = able.indexOf(from as HTMLElement) + (isBack ? -1 : 1);
  able.at(index % able.length)?.focus();
}
