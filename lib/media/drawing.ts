import { AppError } from '../errors';
import { drawingLongSide, fallbackLongSides, minImageSide } from './limits';

/**
 * Draws an SVG at a size fit for a pin and gives the pixels. As an image it runs no script and loads nothing.
 * `size` is the size its root names. Throws `media/unreadable` where it is no well-formed SVG, `media/too-small` where
 * it is a mere line, `media/unsupported` where there is no document to draw it in.
 */
export async function renderDrawing(
  blob: Blob,
  size: { width: number; height: number },
): Promise<ImageBitmap> {
  if (typeof document === 'undefined')
    throw new AppError('media/unsupported', { type: 'image/svg+xml' });
  const { width, height } = drawingSize(size);
  // A data: address: a canvas is tainted by a drawing with `foreignObject` from a blob: address.
  const text = new XMLSerializer().serializeToString(
    sizedDrawing(await blob.text(), size, { width, height }),
  );
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.transferToImageBitmap();
}

/** The size to draw at: as it names it, but with a long side from `drawingLongSide` to the first fallback size. */
export function drawingSize(size: { width: number; height: number }): {
  width: number;
  height: number;
} {
  const longSide = Math.max(size.width, size.height);
  const wanted = Math.min(Math.max(longSide, drawingLongSide), fallbackLongSides[0] ?? longSide);
  const width = Math.round((size.width * wanted) / longSide);
  const height = Math.round((size.height * wanted) / longSide);
  if (width < minImageSide || height < minImageSide) throw new AppError('media/too-small', size);
  return { width, height };
}

/** Firefox draws nothing without a width and height, and content only scales with a `viewBox`. */
function sizedDrawing(
  text: string,
  named: { width: number; height: number },
  wanted: { width: number; height: number },
): Document {
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = drawing.documentElement;
  if (root.localName !== 'svg' || drawing.querySelector('parsererror')) {
    throw new AppError('media/unreadable', undefined);
  }
  if (!root.hasAttribute('viewBox'))
    root.setAttribute('viewBox', `0 0 ${named.width} ${named.height}`);
  root.setAttribute('width', String(wanted.width));
  root.setAttribute('height', String(wanted.height));
  return drawing;
}
