/** A box in the window, in pixels of it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** Between the edges of the picture and the button. */
const INSET = 8;

/**
 * Where the button stands: a corner of what is in sight of the picture, the upper left one first, that has no control of
 * the page. Null where too little is in sight, or every corner is taken.
 */
export function cornerFor(
  picture: Box,
  window: Size,
  button: Size,
  isFree: (middle: { x: number; y: number }) => boolean,
): { left: number; top: number } | null {
  // Whole pixels: words between them are blurred.
  const left = Math.round(Math.max(picture.left, 0)) + INSET;
  const top = Math.round(Math.max(picture.top, 0)) + INSET;
  const right = Math.floor(Math.min(picture.right, window.width) - INSET - button.width);
  const bottom = Math.floor(Math.min(picture.bottom, window.height) - INSET - button.height);
  if (right < left || bottom < top) return null;
  const corners = [
    { left, top },
    { left: right, top },
    { left, top: bottom },
    { left: right, top: bottom },
  ];
  const free = corners.find((corner) =>
    isFree({ x: corner.left + button.width / 2, y: corner.top + button.height / 2 }),
  );
  return free ?? null;
}
