const DAY_MS = 24 * 60 * 60 * 1000;

/** A run of whole days in UTC, both ends included, as `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

/** What a period is compared with: as many days right before it, or the same weekdays some weeks before. */
export type Comparison = 'before' | 'weekdays';

/**
 * The furthest back that Pinterest's analytics go, in days. It says 90; its own day may be another than UTC's, so one
 * less is asked for (research/pinterest-api.md §1f). The same holds for the 8 days of hours.
 */
export const WINDOW_DAYS = 89;
export const HOURLY_DAYS = 7;

/**
 * Gives the last `days` whole days before today (UTC). Today itself is left out: Pinterest counts about a day late.
 * @param now ms of UTC
 */
export function lastDays(days: number, now: number): Period {
  return { from: dateOf(now - days * DAY_MS), to: dateOf(now - DAY_MS) };
}

/** All days that can be asked for: today is the last. */
export const windowOf = (now: number, days = WINDOW_DAYS): Period => ({
  from: dateOf(now - days * DAY_MS),
  to: dateOf(now),
});

/** Puts a period's ends in order and inside what can be asked for; ends that are no dates give the last 30 days. */
export function clampPeriod({ from, to }: Period, now: number, days = WINDOW_DAYS): Period {
  if (!isDate(from) || !isDate(to)) return lastDays(Math.min(30, days), now);
  const window = windowOf(now, days);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const inside = (date: string) =>
    date < window.from ? window.from : date > window.to ? window.to : date;
  return { from: inside(first), to: inside(last) };
}

/** Gives the same number of days before a period, or null where Pinterest no longer has them all. */
export function periodBefore(period: Period, now: number): Period | null {
  return shifted(period, daysOf(period), now);
}

/** Gives what a period is compared with, or null where Pinterest no longer has all of its days. */
export function comparedWith(period: Period, how: Comparison, now: number): Period | null {
  const length = daysOf(period);
  return shifted(period, how === 'before' ? length : Math.ceil(length / 7) * 7, now);
}

function shifted({ from, to }: Period, days: number, now: number): Period | null {
  const back = (date: string) => dateOf(Date.parse(date) - days * DAY_MS);
  return back(from) < windowOf(now).from ? null : { from: back(from), to: back(to) };
}

/** From the first day of either period to the last: one request brings both. */
export const spanOf = (period: Period, before: Period | null): Period => ({
  from: before && before.from < period.from ? before.from : period.from,
  to: period.to,
});

/** How many days a period has. */
export const daysOf = ({ from, to }: Period): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** Lists the dates of a period, oldest first. */
export function datesOf({ from, to }: Period): string[] {
  const dates: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY_MS) dates.push(dateOf(day));
  return dates;
}

/** `YYYY-MM-DD` in UTC. */
export const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whether a text is a day as `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  dateOf(Date.parse(text)) === text;
