import { clockOf, dayAfter, weekdayOf, type ZoneClock } from './zone';

/** When pins go out by themselves. */
export interface SlotRules {
  /** IANA name of the zone that all of it is meant in. */
  zone: string;
  /** Days of the week with slots, 0 for Sunday to 6. */
  days: readonly number[];
  /** Times of a day with a slot, in minutes since midnight. */
  minutes: readonly number[];
  /** Nothing goes out from one time of the day up to another, which may be on the next day; null for none. */
  quiet: { from: number; to: number } | null;
  /** The least time between two slots that are filled, in minutes. */
  spacingMinutes: number;
}

const MINUTE_MS = 60_000;

/** How far ahead a slot is looked for: a week with one slot holds 500 pins for nearly ten years, and then nobody waits. */
const LOOK_AHEAD_DAYS = 366 * 10;

/** The least time between two slots that are filled, in ms: two are never the same. */
export const leastMs = ({ spacingMinutes }: Pick<SlotRules, 'spacingMinutes'>): number =>
  Math.max(spacingMinutes, 1) * MINUTE_MS;

/** Whether a time of the day (minutes since midnight) is within the quiet hours; their last minute is not. */
export function isQuiet({ quiet }: Pick<SlotRules, 'quiet'>, minute: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to } = quiet;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * Gives the first free slot after a moment (ms of UTC), or null where the rules have none. On a day whose clock is put
 * forward a slot in the hour that is left out moves on with the clock; where an hour comes twice its slots are taken once.
 *
 * @param taken when other pins go out, ms of UTC, in any order
 */
export function nextSlot(rules: SlotRules, taken: readonly number[], after: number): number | null {
  return nextSlots(rules, taken, after, 1)[0] ?? null;
}

/** Gives the next free slots in order, fewer where the rules have no more. See `nextSlot`. */
export function nextSlots(
  rules: SlotRules,
  taken: readonly number[],
  after: number,
  count: number,
): number[] {
  const clock = clockOf(rules.zone);
  const least = leastMs(rules);
  // Only what is near can be in the way, so looking through all of them ends where the slots go on.
  const others = taken.filter((at) => at > after - least).toSorted((a, b) => a - b);
  const found: number[] = [];
  const minutes = rules.minutes.filter((minute) => !isQuiet(rules, minute));
  if (rules.days.length === 0 || minutes.length === 0) return found;
  const isFree = (at: number) =>
    at > after &&
    at - (found.at(-1) ?? -Infinity) >= least &&
    others.every((other) => Math.abs(other - at) >= least);
  const first = dayAfter(clock.wallAt(after), -1); // a slot may move on over midnight
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS && found.length < count; ahead += 1) {
    const day = dayAfter(first, ahead);
    if (!rules.days.includes(weekdayOf(day))) continue;
    const moments = minutes.map((minute) => clock.momentOf({ ...day, minute }));
    for (const at of moments.toSorted((a, b) => a - b)) {
      if (found.length < count && isFree(at) && !isQuiet(rules, clock.wallAt(at).minute)) {
        found.push(at);
      }
    }
  }
  return found;
}

/**
 * Gives when the pins of one picture go out to several boards: the first at a moment, each other one an interval after the
 * one before, and where that is in the quiet hours, when they end. Times are ms of UTC.
 */
export function atIntervals(
  rules: Pick<SlotRules, 'zone' | 'quiet'>,
  first: number,
  count: number,
  intervalMs: number,
): number[] {
  const clock = clockOf(rules.zone);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = times.at(-1);
    times.push(before === undefined ? first : outOfQuiet(rules, clock, before + intervalMs));
  }
  return times;
}

function outOfQuiet({ quiet }: Pick<SlotRules, 'quiet'>, clock: ZoneClock, at: number): number {
  const wall = clock.wallAt(at);
  if (!quiet || !isQuiet({ quiet }, wall.minute)) return at;
  const end = clock.momentOf({ ...wall, minute: quiet.to });
  return end > at ? end : clock.momentOf({ ...dayAfter(wall, 1), minute: quiet.to });
}
