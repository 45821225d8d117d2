import type { ClientDeps } from '../pinterest/client';
import { budgetOf } from '../pinterest/daily-budget';
import type { RateLimit } from '../pinterest/rate-limit';
import { levelOf, reservedUntil } from '../pinterest/reserve';
import { dailyBudget, laneLevels } from '../storage/items';
import { untilOf } from '../storage/lane-pause';
import { lanePauses } from '../storage/late-items';

/** Each item holds all categories: whoever changes one holds this, or two answers at once would lose one of them. */
const LOCK = 'tack-lanes';

/** A minute's limit ends no block of hours. */
async function addPause(category: string, until: number): Promise<void> {
  const writtenAt = Date.now();
  const pauses = await lanePauses.getValue();
  const longest = Math.max(until, untilOf(pauses[category], writtenAt));
  await lanePauses.setValue({ ...pauses, [category]: { until: longest, writtenAt } });
}

async function note(category: string, limit: RateLimit): Promise<void> {
  const now = Date.now();
  const levels = await laneLevels.getValue();
  await laneLevels.setValue({ ...levels, [category]: levelOf(limit, now) });
  // Nothing is left: the next call would be a 429, and many of those look like an attack.
  if (limit.remaining === 0 && limit.resetMs > 0) await addPause(category, now + limit.resetMs);
  const budget = budgetOf(limit, now);
  if (budget) await dailyBudget.setValue({ ...(await dailyBudget.getValue()), [category]: budget });
}

/** Where each rate category stands: neither a stopped worker nor a browser that is started again forgets a pause. */
export const lanes: ClientDeps['lanes'] = {
  async pausedUntil(category) {
    return untilOf((await lanePauses.getValue())[category], Date.now());
  },
  pause: (category, until) => navigator.locks.request(LOCK, () => addPause(category, until)),
  note: (category, limit) => navigator.locks.request(LOCK, () => note(category, limit)),
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
