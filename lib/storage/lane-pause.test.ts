import { expect, it } from 'vitest';

import { currentBudgets } from './lane-pause';

const noon = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 24 * 3_600_000;
const budget = { limit: 1000, remaining: 20 };

it('what is left of a day counts for that day alone, and not where a wrong clock wrote it', () => {
  const kept = {
    today: { ...budget, resetAt: noon + DAY_MS },
    yesterday: { ...budget, resetAt: noon },
    wrong: { ...budget, resetAt: noon + 3 * DAY_MS },
  };

  expect(currentBudgets(kept, noon)).toEqual({ today: kept.today });
});
