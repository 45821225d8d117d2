import type { Rect } from './rectangle';

interface Size {
  width: number;
  height: number;
}

/** A key as far as it counts here. */
export interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
}

/** CSS pixels that one press of an arrow key is worth; with Alt it is one. */
const STEP = 10;

/** The smallest side of a box, in CSS pixels: what is smaller can't be seen or caught. */
const MIN_SIDE = 8;

/** The box to begin with: the middle of the view. */
export function middleOf({ width, height }: Size): Rect {
  const box = { width: Math.round(width * 0.6), height: Math.round(height * 0.6) };
  return {
    ...box,
    left: Math.round((width - box.width) / 2),
    top: Math.round((height - box.height) / 2),
  };
}

/** The box between two points, whichever comes first; null where they are too near for one, as after a mere click. */
export function between(
  one: { x: number; y: number },
  other: { x: number; y: number },
): Rect | null {
  const width = Math.abs(one.x - other.x);
  const height = Math.abs(one.y - other.y);
  if (Math.min(width, height) < MIN_SIDE) return null;
  return { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), width, height };
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The box after an arrow key: moved, or with Shift made larger or smaller at its right and lower side; null for other keys. */
export function afterKey(box: Rect, { key, shiftKey, altKey }: Key, view: Size): Rect | null {
  const way = ways[key];
  if (!way) return null;
  const [x, y] = way.map((part) => part * (altKey ? 1 : STEP)) as [number, number];
  const next = shiftKey
    ? { ...box, width: box.width + x, height: box.height + y }
    : { ...box, left: box.left + x, top: box.top + y };
  return inView(next, view);
}

/** A box that is as large as fits and stands in the view. */
export function inView(box: Rect, view: Size): Rect {
  const width = bound(box.width, MIN_SIDE, view.width);
  const height = bound(box.height, MIN_SIDE, view.height);
  const left = bound(box.left, 0, view.width - width);
  const top = bound(box.top, 0, view.height - height);
  return { left, top, width, height };
}

const bound = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));
