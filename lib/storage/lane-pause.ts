import { wasPutBack } from '../clock';
import type { DailyBudget } from '../pinterest/daily-budget';

/** A pause of a rate category. Its two times are written together: the one says nothing where the other was lost. */
export interface LanePause {
  /** Milliseconds of UTC. */
  until: number;
  /** When it was written, by the own clock, ms of UTC. */
  writtenAt: number;
}

/** Until when a category is paused (ms of UTC, 0 if not): what a wrong clock wrote is no pause. */
export const untilOf = (pause: LanePause | undefined, now: number): number =>
  pause === undefined || wasPutBack(pause.writtenAt, now) ? 0 : pause.until;

const DAY_MS = 86_400_000;

/**
 * Gives what is left of this day, by rate category. A day that is over says nothing any more, and neither does one that ends
 * later than in a day: a wrong clock wrote it.
 *
 * @param now own clock, ms of UTC
 */
export function currentBudgets(
  kept: Readonly<Record<string, DailyBudget>>,
  now: number,
): Record<string, DailyBudget> {
  const isCurrent = ({ resetAt }: DailyBudget) =>
    resetAt > now && !wasPutBack(resetAt - DAY_MS, now);
  return Object.fromEntries(Object.entries(kept).filter(([, budget]) => isCurrent(budget)));
}
