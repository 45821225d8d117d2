import { describe, expect, it } from 'vitest';

import { carouselFrame, placeIn } from './frame';

describe('the frame of a carousel', () => {
  it('has the first picture’s size', () =>
    expect(carouselFrame({ width: 1000, height: 1500 }, 'crop')).toEqual({
      width: 1000,
      height: 1500,
      fit: 'crop',
    }));

  it('is smaller in the same shape where that picture is very large', () =>
    expect(carouselFrame({ width: 3000, height: 4000 }, 'pad')).toEqual({
      width: 1500,
      height: 2000,
      fit: 'pad',
    }));
});

describe('a picture in a frame', () => {
  const wide = { width: 600, height: 300 };

  it('covers all of it and loses its sides where it is cropped', () =>
    expect(placeIn({ width: 100, height: 100, fit: 'crop' }, wide)).toEqual({
      x: -50,
      y: 0,
      width: 200,
      height: 100,
    }));

  it('shows whole between margins where it is padded', () =>
    expect(placeIn({ width: 100, height: 100, fit: 'pad' }, wide)).toEqual({
      x: 0,
      y: 25,
      width: 100,
      height: 50,
    }));

  it('fills it exactly where it has its shape', () =>
    expect(placeIn({ width: 300, height: 150, fit: 'pad' }, wide)).toEqual({
      x: 0,
      y: 0,
      width: 300,
      height: 150,
    }));
});
