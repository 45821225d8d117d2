import { expect, it } from 'vitest';

import { formatSeconds } from './format';

it.each([
  [0, '0:00'],
  [9.99, '0:09'],
  [65, '1:05'],
  [3725.4, '1:02:05'],
])('%f seconds of a video are written %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});
