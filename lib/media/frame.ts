/** The size that a picture is brought to, and how: what is too wide is cut off, or what is missing is filled with margins. */
export interface Frame {
  width: number;
  height: number;
  fit: 'crop' | 'pad';
}

interface Size {
  width: number;
  height: number;
}

/** Pixels of a carousel's long side: feeds show 1,000 px of width at most, and several pictures travel in one request. */
const longSide = 2_000;

/** The one size of a carousel's pictures: the first one's, within `longSide`. */
export function carouselFrame({ width, height }: Size, fit: Frame['fit']): Frame {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale), fit };
}

/** Where to draw a picture in a frame: in its middle, so that it covers all of it or shows whole. */
export function placeIn(frame: Frame, picture: Size): Size & { x: number; y: number } {
  const scales = [frame.width / picture.width, frame.height / picture.height];
  const scale = frame.fit === 'crop' ? Math.max(...scales) : Math.min(...scales);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}
