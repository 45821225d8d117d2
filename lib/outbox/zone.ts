/** A day of the calendar, by which a person's week is counted. */
export interface CalendarDay {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** A wall clock's reading in some zone. */
export interface WallTime extends CalendarDay {
  /** Minutes since midnight, 0 to 1439, as the clock shows them. */
  minute: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The clock of a time zone. */
export interface ZoneClock {
  /** What its wall clock shows at a moment (ms of UTC). */
  wallAt(at: number): WallTime;
  /**
   * When its wall clock shows a time (ms of UTC). A time in the hour that is left out in spring is the same distance past
   * the gap's end as it is past its start; of a time that comes twice in autumn it is the first.
   */
  momentOf(wall: WallTime): number;
}

/** Gives the clock of an IANA zone. @throws RangeError where the browser knows no such zone */
export function clockOf(zone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** The wall clock's reading taken as if it were UTC, whole seconds. */
  const readingAt = (at: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const offsetAt = (at: number) => readingAt(at) - Math.floor(at / 1000) * 1000;
  return {
    wallAt(at) {
      const reading = new Date(readingAt(at));
      return {
        year: reading.getUTCFullYear(),
        month: reading.getUTCMonth() + 1,
        day: reading.getUTCDate(),
        minute: reading.getUTCHours() * 60 + reading.getUTCMinutes(),
      };
    },
    momentOf({ year, month, day, minute }) {
      const reading = Date.UTC(year, month - 1, day) + minute * MINUTE_MS;
      // A zone changes its offset at most once within two days: one of the two is right, before a change or after it.
      const [before, after] = [offsetAt(reading - DAY_MS), offsetAt(reading + DAY_MS)];
      if (before === after) return reading - before;
      const fits = [reading - before, reading - after].filter((at) => readingAt(at) === reading);
      return fits.length > 0 ? Math.min(...fits) : reading - before;
    },
  };
}

/** Gives the day so many days after one. */
export function dayAfter({ year, month, day }: CalendarDay, count: number): CalendarDay {
  const date = new Date(Date.UTC(year, month - 1, day + count));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Gives a day of the week, 0 for Sunday to 6. */
export const weekdayOf = ({ year, month, day }: CalendarDay): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The zone that the person's own clock is in. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether the browser knows a zone by this name. */
export function isZone(zone: string): boolean {
  try {
    return clockOf(zone) !== null;
  } catch {
    return false;
  }
}
