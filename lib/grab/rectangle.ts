/** A rectangle, in CSS pixels of what a tab shows unless it is said otherwise. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place in what a tab shows, and how large that is altogether. */
export interface OnScreen {
  rect: Rect;
  view: { width: number; height: number };
}

/** What two rectangles share; null where that is nothing. */
export function shared(one: Rect, other: Rect): Rect | null {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const width = Math.min(one.left + one.width, other.left + other.width) - left;
  const height = Math.min(one.top + one.height, other.top + other.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/** Where a picture of some size stands in a box that shows it whole (`object-fit: contain`), in its middle. */
export function containedIn(box: Rect, picture: { width: number; height: number }): Rect {
  if (picture.width <= 0 || picture.height <= 0) return box;
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  const left = box.left + (box.width - width) / 2;
  const top = box.top + (box.height - height) / 2;
  return { left, top, width, height };
}

/**
 * The pixels of a tab's picture that a place has: those that browsers paint a box on, which is each edge rounded.
 * Null where the place is not in the picture.
 *
 * @param picture size of the tab's picture in pixels: the view times the screen's density and the page's zoom
 */
export function pixelsOf(
  { rect, view }: OnScreen,
  picture: { width: number; height: number },
): Rect | null {
  const across = picture.width / view.width;
  const down = picture.height / view.height;
  const left = Math.round(rect.left * across);
  const top = Math.round(rect.top * down);
  const right = Math.round((rect.left + rect.width) * across);
  const bottom = Math.round((rect.top + rect.height) * down);
  const whole = { left, top, width: right - left, height: bottom - top };
  if (!Object.values(whole).every(Number.isFinite)) return null;
  return shared(whole, { left: 0, top: 0, width: picture.width, height: picture.height });
}

/** Whether a value that came in a message is a place: numbers that are numbers, and a view that is there. */
export function isOnScreen(value: unknown): value is OnScreen {
  const { rect, view } = (value ?? {}) as Partial<OnScreen>;
  const numbers = [rect?.left, rect?.top, rect?.width, rect?.height, view?.width, view?.height];
  return numbers.every(Number.isFinite) && Math.min(view?.width ?? 0, view?.height ?? 0) > 0;
}
