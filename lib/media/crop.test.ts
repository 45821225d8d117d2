// @vitest-environment node
import { describe, expect, it } from 'vitest';

import {
  croppedSize,
  largestCrop,
  moveCrop,
  pixelsOf,
  resizeCrop,
  shapeOfCrop,
  uncroppedSize,
  whole,
} from './crop';

const wide = { width: 1200, height: 600 };

it.each([
  ['tall', 1600, 900],
  ['square', 1601, 907],
] as const)(
  'a %s part of %i × %i is known as one when it is opened again',
  (shape, width, height) => {
    const picture = { width, height };
    expect(shapeOfCrop(picture, largestCrop(picture, shape))).toBe(shape);
    expect(shapeOfCrop(picture, { x: 0, y: 0, width: 0.5, height: 0.7 })).toBe('free');
  },
);

describe('a crop', () => {
  it('of 2:3 or a square is the largest one in the middle', () => {
    expect(pixelsOf(wide, largestCrop(wide, 'tall'))).toEqual({
      x: 400,
      y: 0,
      width: 400,
      height: 600,
    });
    expect(pixelsOf(wide, largestCrop(wide, 'square'))).toEqual({
      x: 300,
      y: 0,
      width: 600,
      height: 600,
    });
    expect(largestCrop(wide, 'free')).toEqual(whole);
  });

  it('moves as far as the picture goes', () => {
    const crop = largestCrop(wide, 'square');
    expect(moveCrop(crop, 9, 9)).toMatchObject({ x: 0.5, y: 0 });
    expect(moveCrop(crop, -9, 0)).toMatchObject({ x: 0 });
  });

  it('keeps its shape while it is made larger or smaller, and stays large enough to be taken', () => {
    const crop = { ...largestCrop(wide, 'tall'), x: 0 };
    const smaller = resizeCrop(crop, wide, 'tall', { dx: -0.1, dy: 0 });
    expect(croppedSize(wide, smaller)).toEqual({ width: 280, height: 420 });
    expect(resizeCrop(crop, wide, 'tall', { dx: 5, dy: 0 })).toEqual(crop);
    expect(croppedSize(wide, resizeCrop(crop, wide, 'tall', { dx: -5, dy: 0 })).width).toBe(80);
    expect(croppedSize(wide, resizeCrop(whole, wide, 'free', { dx: -5, dy: -0.5 }))).toEqual({
      width: 80,
      height: 300,
    });
  });

  it('can be told back to the picture that it was taken of', () => {
    const crop = largestCrop(wide, 'tall');
    expect(uncroppedSize(croppedSize(wide, crop), crop)).toEqual(wide);
    expect(uncroppedSize(wide, undefined)).toEqual(wide);
  });
});
