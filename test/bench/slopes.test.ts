import { expect, it } from 'vitest';

import { slopesOf } from './slopes';

it('what was measured at several sizes has the exponent of its growth', () => {
  const figures = [
    { name: 'capture, 50 images', value: 10, unit: 'ms' },
    { name: 'capture, 500 images', value: 70, unit: 'ms' },
    { name: 'capture, 5000 images', value: 1000, unit: 'ms' },
    { name: 'capture finds, 50 images', value: 50, unit: 'count' },
    { name: 'worker wake-up', value: 50, unit: 'ms' },
    { name: 'panel, 1000 pins', value: 50, unit: 'ms' },
  ] as const;

  expect(slopesOf(figures)).toEqual([
    { name: 'capture, slope over images', value: 1, unit: 'exponent' },
  ]);
});
