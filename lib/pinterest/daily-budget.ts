import { isDaily, type RateLimit } from './rate-limit';

/** What is left of a day's calls in one rate category. */
export interface DailyBudget {
  limit: number;
  remaining: number;
  /** When it begins anew, ms of UTC. */
  resetAt: number;
}

/** Gives the day's budget that an answer tells of; null where the app is not counted by the day. */
export function budgetOf(limit: RateLimit, now: number): DailyBudget | null {
  if (!isDaily(limit) || !limit.window) return null;
  const { remaining, resetMs, window } = limit;
  return { limit: window.limit, remaining, resetAt: now + resetMs };
}

const DAY_MS = 86_400_000;
/** More than rounding and a clock that is set by the network every hour, ms. */
const SLACK_MS = 60_000;

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
    resetAt > now && resetAt <= now + DAY_MS + SLACK_MS;
  return Object.fromEntries(Object.entries(kept).filter(([, budget]) => isCurrent(budget)));
}
