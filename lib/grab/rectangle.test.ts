import { describe, expect, it } from 'vitest';

import { containedIn, isOnScreen, pixelsOf, shared } from './rectangle';

const view = { width: 1000, height: 500 };

describe('pixelsOf', () => {
  it('counts the screen’s density and the page’s zoom', () => {
    const rect = { left: 10, top: 20, width: 300, height: 100 };

    expect(pixelsOf({ rect, view }, { width: 1500, height: 750 })).toEqual({
      left: 15,
      top: 30,
      width: 450,
      height: 150,
    });
  });

  it('asks a bitmap, whose size is no property of its own', () => {
    class Bitmap {
      get width() {
        return 1000;
      }
      get height() {
        return 500;
      }
    }
    const rect = { left: 900, top: 0, width: 300, height: 100 };

    expect(pixelsOf({ rect, view }, new Bitmap())).toMatchObject({ width: 100, height: 100 });
  });

  it('takes the whole pixels that a browser paints it on', () => {
    const rect = { left: 10.4, top: 20.6, width: 100.2, height: 50 };

    expect(pixelsOf({ rect, view }, view)).toEqual({ left: 10, top: 21, width: 101, height: 50 });
  });

  it('takes what is in the view of something larger', () => {
    const rect = { left: -50, top: -50, width: 2000, height: 100 };

    expect(pixelsOf({ rect, view }, view)).toEqual({ left: 0, top: 0, width: 1000, height: 50 });
  });

  it.each([
    { left: 1001, top: 0, width: 10, height: 10 },
    { left: 0, top: 0, width: 0, height: 10 },
    { left: Number.NaN, top: 0, width: 10, height: 10 },
  ])('takes nothing of what is not in the view: %o', (rect) => {
    expect(pixelsOf({ rect, view }, view)).toBeNull();
  });
});

it('two rectangles share what is in both', () => {
  const one = { left: 0, top: 0, width: 10, height: 10 };

  expect(shared(one, { left: 5, top: 6, width: 10, height: 10 })).toEqual({
    left: 5,
    top: 6,
    width: 5,
    height: 4,
  });
  expect(shared(one, { left: 10, top: 0, width: 5, height: 5 })).toBeNull();
});

it('a picture in a box of another shape stands in its middle', () => {
  const box = { left: 10, top: 10, width: 200, height: 100 };

  expect(containedIn(box, { width: 50, height: 50 })).toEqual({
    left: 60,
    top: 10,
    width: 100,
    height: 100,
  });
  expect(containedIn(box, { width: 0, height: 0 })).toBe(box);
});

it.each([
  [null],
  [{}],
  [{ rect: { left: 1, top: 1, width: 1 }, view }],
  [{ rect: { left: 1, top: 1, width: 1, height: '1' }, view }],
  [{ rect: { left: 1, top: 1, width: 1, height: 1 }, view: { width: 0, height: 1 } }],
])('%j is no place on a screen', (value) => {
  expect(isOnScreen(value)).toBe(false);
});
