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
