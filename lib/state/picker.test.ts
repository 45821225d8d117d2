import { describe, expect, it } from 'vitest';

import { isSought, nextTile, pictureAt } from './picker';

const image = (width: number, height: number, type = 'image/jpeg') => ({
  ...pictureAt('https://a.test/a'),
  width,
  height,
  type,
});

describe('the filters', () => {
  it('look for what they say, and do not call small what is not known', () => {
    expect(isSought('large', image(600, 400))).toBe(true);
    expect(isSought('large', image(599, 900))).toBe(false);
    expect(isSought('large', image(0, 0))).toBe(true);
    expect(isSought('tall', image(400, 600))).toBe(true);
    expect(isSought('tall', image(600, 400))).toBe(false);
    expect(isSought('photo', image(600, 400))).toBe(true);
    expect(isSought('photo', image(600, 400, 'image/svg+xml'))).toBe(false);
    expect(isSought('all', image(1, 1))).toBe(true);
  });
});

describe('the arrow keys', () => {
  const grid = { count: 8, columns: 3 };

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['Home', 5, 0],
    ['End', 2, 7],
    ['a', 2, 2],
  ])('%s from tile %i leads to %i', (key, from, to) => {
    expect(nextTile(key, from, grid)).toBe(to);
  });
});
