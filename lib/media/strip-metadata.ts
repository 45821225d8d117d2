import { isJpeg, stripJpeg, type StrippedImage } from './strip-jpeg';
import { isPng, stripPng } from './strip-png';

/**
 * The same picture without what a camera, a phone or a program has put beside it: place, time, device, names, comments,
 * thumbnails, second pictures. Its colour profile stays, and how it is to be turned stays as the one EXIF entry that says
 * so: turning the pixels would mean to encode them again. Pixels stay byte for byte.
 *
 * JPEG and PNG; anything else is given back as it is (the rest is drawn anew before it is sent). Never throws.
 */
export function stripMetadata(bytes: Uint8Array<ArrayBuffer>): StrippedImage {
  if (isJpeg(bytes)) return stripJpeg(bytes);
  if (isPng(bytes)) return stripPng(bytes);
  return { bytes, orientation: 1 };
}
