import { minImageSide } from './limits';

/** A part of a picture, in fractions of its width and height from 0 to 1: it means the same in every size of it. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** The shape that a crop is held to: Pinterest's own 2:3, a square, or none. */
export type CropShape = 'tall' | 'square' | 'free';

/** Width by height. Source: Pinterest's help recommends 2:3 for every pin. */
const shapeOf: Readonly<Record<CropShape, number | null>> = { tall: 2 / 3, square: 1, free: null };

/** The whole of a picture. */
export const whole: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Gives the largest part in the middle of a picture that has a shape. */
export function largestCrop(picture: Size, shape: CropShape): Crop {
  const wanted = shapeOf[shape];
  if (wanted === null) return whole;
  const own = picture.width / picture.height;
  const width = Math.min(1, wanted / own);
  const height = Math.min(1, own / wanted);
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** Tells which shape a part of a picture has, to a pixel or so: `free` where it has none of them. */
export function shapeOfCrop(picture: Size, crop: Crop): CropShape {
  const width = crop.width * picture.width;
  const height = crop.height * picture.height;
  const has = (shape: 'tall' | 'square') => Math.abs(width - height * (shapeOf[shape] ?? 0)) < 1.5;
  return (['tall', 'square'] as const).find(has) ?? 'free';
}

/** Moves a crop by fractions of the picture, as far as the picture goes. */
export function moveCrop(crop: Crop, dx: number, dy: number): Crop {
  return {
    ...crop,
    x: clamp(crop.x + dx, 0, 1 - crop.width),
    y: clamp(crop.y + dy, 0, 1 - crop.height),
  };
}

/** Moves the lower right corner of a crop by fractions of the picture; a shape stays what it is. */
export function resizeCrop(
  crop: Crop,
  picture: Size,
  shape: CropShape,
  { dx, dy }: { dx: number; dy: number },
): Crop {
  const least = { width: minImageSide / picture.width, height: minImageSide / picture.height };
  const room = { width: 1 - crop.x, height: 1 - crop.y };
  const wanted = shapeOf[shape];
  if (wanted === null) {
    return {
      ...crop,
      width: clamp(crop.width + dx, Math.min(least.width, room.width), room.width),
      height: clamp(crop.height + dy, Math.min(least.height, room.height), room.height),
    };
  }
  const perWidth = picture.width / picture.height / wanted; // fractions of the height for one of the width
  const most = Math.min(room.width, room.height / perWidth);
  const smallest = Math.min(most, Math.max(least.width, least.height / perWidth));
  const change = Math.abs(dx) >= Math.abs(dy) ? dx : dy / perWidth;
  const width = clamp(crop.width + change, smallest, most);
  return { ...crop, width, height: width * perWidth };
}

/** Gives the pixels of a picture that a crop takes. */
export function croppedSize(picture: Size, crop: Crop | null | undefined): Size {
  if (!crop) return { width: picture.width, height: picture.height };
  const { width, height } = pixelsOf(picture, crop);
  return { width, height };
}

/** Gives where a crop is in a picture, in whole pixels inside of it. */
export function pixelsOf(picture: Size, crop: Crop): Size & { x: number; y: number } {
  const x = Math.round(clamp(crop.x, 0, 1) * picture.width);
  const y = Math.round(clamp(crop.y, 0, 1) * picture.height);
  return {
    x: Math.min(x, picture.width - 1),
    y: Math.min(y, picture.height - 1),
    width: clamp(Math.round(crop.width * picture.width), 1, Math.max(1, picture.width - x)),
    height: clamp(Math.round(crop.height * picture.height), 1, Math.max(1, picture.height - y)),
  };
}

/** Gives the size of the picture that a crop was taken of. */
export function uncroppedSize({ width, height }: Size, crop: Crop | undefined): Size {
  if (!crop) return { width, height };
  return { width: Math.round(width / crop.width), height: Math.round(height / crop.height) };
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(most, value));
