import { AppError } from '../errors';
import { pixelsOf, type Crop } from './crop';
import { renderDrawing } from './drawing';
import { placeIn, type Frame } from './frame';
import {
  fallbackLongSides,
  jpegQuality,
  maxImageBytes,
  maxImagePixels,
  minImageSide,
} from './limits';
import type { SniffedImage } from './sniff';

/** A picture as Pinterest takes it. */
export interface ConvertedImage {
  blob: Blob;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

interface ConvertOptions {
  signal?: AbortSignal | undefined;
  frame?: Frame | undefined;
  crop?: Crop | undefined;
}

/** Rows of pixels that are looked at together for transparency. */
const stripRows = 128;

/**
 * Makes a JPEG, or a PNG where something is transparent, of a picture of any type that `sniffImage` knows.
 * Metadata (EXIF, place) does not survive; of an animation the first frame does. It is made smaller only if it would be
 * more than `maxImageBytes` otherwise, or brought to the size of `frame`; of a `crop` only that part is left. A drawing (SVG) needs a document: not in a service worker.
 *
 * Throws `media/unsupported` for no picture, `media/too-small`, `media/too-large`,
 * `media/too-many-pixels` (told by its header before anything is decoded), `media/unreadable`.
 */
export async function convertImage(
  blob: Blob,
  sniffed: SniffedImage | null,
  { signal, frame, crop }: ConvertOptions = {},
): Promise<ConvertedImage> {
  signal?.throwIfAborted();
  assertConvertible(blob, sniffed);
  const bitmap = await cut(await decode(blob, sniffed), crop);
  try {
    signal?.throwIfAborted();
    const canvas = frame ? drawIn(frame, bitmap) : draw(bitmap, bitmap);
    const canBeClear = sniffed.type !== 'image/jpeg' && !frame;
    const type = canBeClear && hasTransparency(canvas, signal) ? 'image/png' : 'image/jpeg';
    return await encodeWithin(canvas, type, signal);
  } finally {
    bitmap.close();
  }
}

function assertConvertible(
  blob: Blob,
  sniffed: SniffedImage | null,
): asserts sniffed is SniffedImage {
  if (!sniffed) throw new AppError('media/unsupported', { type: blob.type });
  if (blob.size > maxImageBytes) {
    throw new AppError('media/too-large', { bytes: blob.size, limit: maxImageBytes });
  }
  if (sniffed.type === 'image/svg+xml') return; // it is drawn at a size of our choice
  const { width, height } = sniffed;
  if (width < minImageSide || height < minImageSide) {
    throw new AppError('media/too-small', { width, height });
  }
  if (width * height > maxImagePixels) {
    throw new AppError('media/too-many-pixels', { width, height, limit: maxImagePixels });
  }
}

async function decode(blob: Blob, sniffed: SniffedImage): Promise<ImageBitmap> {
  try {
    if (sniffed.type === 'image/svg+xml') return await renderDrawing(blob, sniffed);
    // The type that a server claimed is no help to the decoder; the bytes' own is.
    return await createImageBitmap(blob.slice(0, blob.size, sniffed.type));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('media/unreadable', undefined, { cause: error });
  }
}

/** Gives a part of a picture in its place. @throws AppError `media/too-small` */
async function cut(bitmap: ImageBitmap, crop: Crop | undefined): Promise<ImageBitmap> {
  if (!crop) return bitmap;
  const { x, y, width, height } = pixelsOf(bitmap, crop);
  try {
    if (Math.min(width, height) < minImageSide)
      throw new AppError('media/too-small', { width, height });
    return await createImageBitmap(bitmap, x, y, width, height);
  } finally {
    bitmap.close();
  }
}

function draw(source: CanvasImageSource, size: { width: number; height: number }): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, size.width, size.height);
  return canvas;
}

/** Margins, and what is clear in a picture, are white as Pinterest's own page is. */
function drawIn(frame: Frame, bitmap: ImageBitmap): OffscreenCanvas {
  const canvas = new OffscreenCanvas(frame.width, frame.height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, frame.width, frame.height);
  context.imageSmoothingQuality = 'high';
  const { x, y, width, height } = placeIn(frame, bitmap);
  context.drawImage(bitmap, x, y, width, height);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  // Pixels are read back once or twice; a canvas on the graphics card would be slower at that.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('media/unreadable', undefined);
  return context;
}

/** Whether any pixel is not opaque. Reads strips, so that the pixels are not all in memory a second time. */
function hasTransparency(canvas: OffscreenCanvas, signal: AbortSignal | undefined): boolean {
  const context = contextOf(canvas);
  for (let top = 0; top < canvas.height; top += stripRows) {
    signal?.throwIfAborted();
    const rows = Math.min(stripRows, canvas.height - top);
    const { data } = context.getImageData(0, top, canvas.width, rows);
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  }
  return false;
}

/** Encodes at full size, and if that has too many bytes at smaller ones. */
async function encodeWithin(
  canvas: OffscreenCanvas,
  type: ConvertedImage['type'],
  signal: AbortSignal | undefined,
): Promise<ConvertedImage> {
  let bytes = 0;
  for (const longSide of [Infinity, ...fallbackLongSides]) {
    signal?.throwIfAborted();
    const scale = Math.min(1, longSide / Math.max(canvas.width, canvas.height));
    const width = Math.max(1, Math.round(canvas.width * scale));
    const height = Math.max(1, Math.round(canvas.height * scale));
    const scaled = scale === 1 ? canvas : draw(canvas, { width, height });
    const blob = await scaled.convertToBlob({ type, quality: jpegQuality });
    if (blob.size <= maxImageBytes) return { blob, type, width, height };
    bytes = blob.size;
  }
  throw new AppError('media/too-large', { bytes, limit: maxImageBytes });
}
