import type { ClientDeps } from '../pinterest/client';
import { budgetOf } from '../pinterest/daily-budget';
import { levelOf, reservedUntil } from '../pinterest/reserve';
import { dailyBudget, laneLevels } from '../storage/items';
import { untilOf } from '../storage/lane-pause';
import { lanePauses } from '../storage/late-items';

async function pause(category: string, until: number): Promise<void> {
  const writtenAt = Date.now();
  await lanePauses.setValue({
    ...(await lanePauses.getValue()),
    [category]: { until, writtenAt },
  });
}

/** Where each rate category stands, kept for the browser's session: a stopped worker forgets no pause. */
export const lanes: ClientDeps['lanes'] = {
  async pausedUntil(category) {
    return untilOf((await lanePauses.getValue())[category], Date.now());
  },
  pause,
  async note(category, limit) {
    const levels = await laneLevels.getValue();
    await laneLevels.setValue({ ...levels, [category]: levelOf(limit, Date.now()) });
    // Nothing is left: the next call would be a 429, and many of those look like an attack.
    if (limit.remaining === 0 && limit.resetMs > 0)
      await pause(category, Date.now() + limit.resetMs);
    const budget = budgetOf(limit, Date.now());
    if (budget)
      await dailyBudget.setValue({ ...(await dailyBudget.getValue()), [category]: budget });
  },
};

/** The same for what only a view waits for: it leaves the last calls of a window to publishing. */
export const viewLanes: ClientDeps['lanes'] = {
  ...lanes,
  async pausedUntil(category) {
    const level = (await laneLevels.getValue())[category];
    const reserved = reservedUntil(category, level, Date.now());
    return Math.max(await lanes.pausedUntil(category), reserved);
  },
};
