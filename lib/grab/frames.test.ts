import { expect, it } from 'vitest';

import { isBlank } from './frames';

const pixels = (...colours: number[][]) => colours.flat();

it.each([
  ['clear', pixels([0, 0, 0, 0], [0, 0, 0, 0])],
  ['black, as an encoder makes it', pixels([0, 0, 0, 255], [2, 1, 0, 255], [0, 3, 0, 255])],
  ['empty', []],
])('what is %s is blank', (_, data) => {
  expect(isBlank(data)).toBe(true);
});

it.each([
  ['a dot', pixels([255, 255, 255, 255], [255, 255, 255, 255], [200, 255, 255, 255])],
  ['a veil', pixels([0, 0, 0, 0], [0, 0, 0, 90])],
])('%s is not', (_, data) => {
  expect(isBlank(data)).toBe(false);
});
