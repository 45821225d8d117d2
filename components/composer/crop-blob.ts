import { pixelsOf, type Crop } from '../../lib/media/crop';

/** Gives a part of a kept picture to be shown; what is sent is made of the kept bytes by the background. */
export async function cropBlob(blob: Blob | null, crop: Crop): Promise<Blob | null> {
  if (!blob) return null;
  const bitmap = await createImageBitmap(blob);
  const { x, y, width, height } = pixelsOf(bitmap, crop);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, x, y, width, height, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
