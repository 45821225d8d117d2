import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { backoffMs, FIRST_ASK_MS, GIVE_UP_PROCESSING_MS, nextAskMs } from './schedule';

// N10
it('waits between a second and a quarter of an hour, longer with each try', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  holds(
    fc.property(fc.nat({ max: 2000 }), random, (attempts, value) => {
      const wait = backoffMs(attempts, () => value);
      expect(wait).toBeGreaterThanOrEqual(1000);
      expect(wait).toBeLessThanOrEqual(1000 + Math.min(15 * 60_000, 2000 * 2 ** attempts));
    }),
    { numRuns: 10_000 },
  );
});

// N18
it('asks after a video for an hour and not forty times', () => {
  let [waited, asked] = [FIRST_ASK_MS, 1];
  while (waited <= GIVE_UP_PROCESSING_MS) {
    waited += nextAskMs(waited);
    asked += 1;
  }
  expect(asked).toBeLessThanOrEqual(40);
});
