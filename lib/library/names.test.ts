import { expect, it } from 'vitest';

import { nameProblem } from './names';

it.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['x', null],
  ['x'.repeat(180), null],
  ['x'.repeat(181), 'long'],
  ['x'.repeat(10_000), 'long'],
  [' CAFÉ ', 'taken'],
  ['cafe\u0301', 'taken'],
  ['Cafe', null],
  ['مطبخ', 'taken'],
  ['<b>&', null],
])('a board’s name %.12j is %s', (name, problem) => {
  expect(nameProblem(name, ['Café', 'مطبخ'])).toBe(problem);
});
