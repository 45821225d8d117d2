import { expect, it } from 'vitest';

import { wasPutBack } from './clock';

it('takes what claims to be of the future for a clock that was put back, and rounding for none', () => {
  expect(wasPutBack(3_600_000, 0)).toBe(true);
  expect(wasPutBack(1_000, 0)).toBe(false);
  expect(wasPutBack(0, 3_600_000)).toBe(false);
});
