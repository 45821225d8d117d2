import { pixelsOf, type Crop } from '../../lib/media/crop';

/** Gives a part of a kept picture to be shown; what is sent is made of the kept bytes by the background. */
export async function cropBlob(blob: Blob | null, crop: Crop): Promise<Blob | null> {
  if (!blob) return null;
  const whole = blob.type === 'image/svg+xml' ? await drawn(blob) : await createImageBitmap(blob);
  const { x, y, width, height } = pixelsOf(whole, crop);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(whole, x, y, width, height, 0, 0, width, height);
  if ('close' in whole) whole.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A drawing (SVG) as an image, in which it runs no script and loads nothing: no bitmap can be made of its bytes. */
async function drawn(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  return image;
}
