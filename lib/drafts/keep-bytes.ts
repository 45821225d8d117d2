import { AppError } from '../errors';
import { sha256 } from '../media/hash';
import { maxImagePixels, minImageSide } from '../media/limits';
import { isTurned } from '../media/orientation';
import { sniffImage } from '../media/sniff';
import { stripMetadata } from '../media/strip-metadata';
import { writeBytes, type BytesName } from '../storage/bytes';
import type { KeptMedia } from './types';

/**
 * Writes a picture's bytes to disk for a draft, and gives what they are. A JPEG or PNG is sent as it is later on, so what
 * else it carries (place, device, thumbnails) is taken out here: hash and size are those of the bytes that are sent.
 * Width and height are as the picture is seen, turned upright.
 *
 * @throws AppError `media/unreadable`, `media/too-small`, `media/too-many-pixels`, `storage/full`
 */
export async function keepBytes(
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  name: BytesName = 'original',
): Promise<KeptMedia> {
  const image = sniffImage(bytes);
  if (!image) throw new AppError('media/unreadable', undefined);
  const { type } = image;
  const clean = stripMetadata(bytes);
  const [width, height] = isTurned(clean.orientation)
    ? [image.height, image.width]
    : [image.width, image.height];
  if (type !== 'image/svg+xml') requireSize(width, height);
  const blob = new Blob([clean.bytes], { type });
  const size = await writeBytes(id, name, blob);
  const hash = await sha256(blob);
  const moves = image.animated ? { animated: true as const } : {};
  return { state: 'kept', type, size, sha256: hash, width, height, ...moves };
}

/** By the header alone: a view decodes the picture to show it. A drawing gets a size of our own choice. */
function requireSize(width: number, height: number): void {
  if (Math.min(width, height) < minImageSide) {
    throw new AppError('media/too-small', { width, height });
  }
  if (width * height > maxImagePixels) {
    throw new AppError('media/too-many-pixels', { width, height, limit: maxImagePixels });
  }
}
