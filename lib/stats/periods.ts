const DAY_MS = 24 * 60 * 60 * 1000;

/** A run of whole days in UTC, both ends included, as `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

/** The furthest back that Pinterest's analytics go; one day less than it says, for its own day may be another. */
const WINDOW_DAYS = 89;

/**
 * Gives the last `days` whole days before today (UTC). Today itself is left out: Pinterest counts about a day late.
 * @param now ms of UTC
 */
export function lastDays(days: number, now: number): Period {
  return { from: dateOf(now - days * DAY_MS), to: dateOf(now - DAY_MS) };
}

/** Gives the same number of days before a period, or null where Pinterest no longer has them all. */
export function periodBefore(period: Period, now: number): Period | null {
  const length = datesOf(period).length;
  const from = Date.parse(period.from) - length * DAY_MS;
  if (from < Date.parse(dateOf(now)) - WINDOW_DAYS * DAY_MS) return null;
  return { from: dateOf(from), to: dateOf(Date.parse(period.from) - DAY_MS) };
}

/** Lists the dates of a period, oldest first. */
export function datesOf({ from, to }: Period): string[] {
  const dates: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY_MS) dates.push(dateOf(day));
  return dates;
}

/** `YYYY-MM-DD` in UTC. */
export const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
