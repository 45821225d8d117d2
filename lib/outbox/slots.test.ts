import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { atIntervals, isQuiet, nextSlot, nextSlots, type SlotRules } from './slots';
import { clockOf, dayAfter, isZone, ownZone, weekdayOf } from './zone';

const berlin: SlotRules = {
  zone: 'Europe/Berlin',
  days: [0, 1, 2, 3, 4, 5, 6],
  minutes: [9 * 60, 20 * 60],
  quiet: null,
  spacingMinutes: 0,
};
const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16));

describe('nextSlot', () => {
  it('gives the next time of the day in the zone that is meant', () => {
    expect(iso(nextSlot(berlin, [], utc('2026-01-05T08:00')))).toBe('2026-01-05T19:00');
    expect(iso(nextSlot(berlin, [], utc('2026-07-05T06:59')))).toBe('2026-07-05T07:00');
  });

  it('passes over what is taken, and what is nearer to it than the spacing', () => {
    const taken = [utc('2026-01-05T19:00')];
    expect(iso(nextSlot(berlin, taken, utc('2026-01-05T08:00')))).toBe('2026-01-06T08:00');
    const spaced = { ...berlin, spacingMinutes: 14 * 60 };
    expect(iso(nextSlot(spaced, taken, utc('2026-01-05T08:00')))).toBe('2026-01-06T19:00');
  });

  it('keeps to the days of the week and out of the quiet hours', () => {
    const sundays = { ...berlin, days: [0], quiet: { from: 19 * 60, to: 10 * 60 } };
    expect(nextSlot(sundays, [], utc('2026-01-05T08:00'))).toBeNull();
    const early = { ...sundays, quiet: { from: 22 * 60, to: 9 * 60 } };
    expect(iso(nextSlot(early, [], utc('2026-01-05T08:00')))).toBe('2026-01-11T08:00');
  });

  it('moves a slot on with the clock where its hour is left out, and takes one once where it comes twice', () => {
    const night = { ...berlin, minutes: [2 * 60 + 30] };
    // Berlin: 29 March 2026, 2:00 becomes 3:00; 25 October 2026, 3:00 becomes 2:00.
    expect(nextSlots(night, [], utc('2026-03-28T02:00'), 2).map(iso)).toEqual([
      '2026-03-29T01:30',
      '2026-03-30T00:30',
    ]);
    expect(nextSlots(night, [], utc('2026-10-24T12:00'), 2).map(iso)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  it('does not fill one moment twice where a slot that moved on meets another', () => {
    const night = { ...berlin, minutes: [2 * 60 + 30, 3 * 60 + 30] };
    expect(nextSlots(night, [], utc('2026-03-28T12:00'), 2).map(iso)).toEqual([
      '2026-03-29T01:30',
      '2026-03-30T00:30',
    ]);
  });

  it('gives nothing where there are no slots', () => {
    expect(nextSlot({ ...berlin, days: [] }, [], 0)).toBeNull();
    expect(nextSlot({ ...berlin, minutes: [] }, [], 0)).toBeNull();
  });
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe', // changes by half an hour
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
];

const anyRules = fc.record({
  zone: fc.constantFrom(...zones),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  minutes: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 6 }),
  quiet: fc.option(
    fc.record({
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1439 }),
    }),
  ),
  spacingMinutes: fc.constantFrom(0, 5, 60, 300),
});
/** Around the days on which clocks are changed more often than elsewhere. */
const anyMoment = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-09-06',
      '2026-10-25',
      '2026-11-01',
      '2026-06-15',
    ),
    fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
  )
  .map(([day, minutes]) => utc(`${day}T00:00`) + minutes * 60_000);

describe('slots of any zone, around any change of its clock', () => {
  // D08
  it('are after the moment, in order, spaced, on allowed days and never quiet', () => {
    holds(
      fc.property(anyRules, anyMoment, (rules, after) => {
        const slots = nextSlots(rules, [], after, 12);
        const clock = clockOf(rules.zone);
        const least = Math.max(rules.spacingMinutes, 1) * 60_000;
        for (const [index, at] of slots.entries()) {
          expect(at).toBeGreaterThan(after);
          expect(at - (slots[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(least);
          expect(isQuiet(rules, clock.wallAt(at).minute)).toBe(false);
          const wall = clock.wallAt(at);
          const moved = !rules.minutes.includes(wall.minute);
          // What moved on came from this day, or over midnight from the one before.
          const days = moved ? [wall, dayAfter(wall, -1)] : [wall];
          expect(days.some((day) => rules.days.includes(weekdayOf(day)))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same one by one, each taken by the one before, as all at once', () => {
    holds(
      fc.property(anyRules, anyMoment, (rules, after) => {
        const taken: number[] = [];
        for (let count = 0; count < 6; count += 1) {
          const at = nextSlot(rules, taken, after);
          if (at !== null) taken.push(at);
        }
        expect(taken).toEqual(nextSlots(rules, [], after, 6));
      }),
      { numRuns: 100 },
    );
  });

  it('are what the wall clock shows, but for the hour that is left out', () => {
    holds(
      fc.property(fc.constantFrom(...zones), anyMoment, (zone, at) => {
        const clock = clockOf(zone);
        const shown = clock.wallAt(at);
        const first = clock.momentOf(shown);
        expect(clock.wallAt(first)).toEqual(shown);
        expect(first).toBeLessThanOrEqual(at);
      }),
      { numRuns: 500 },
    );
  });
});

describe('atIntervals', () => {
  it('sends the same picture to one board after the other', () => {
    const first = utc('2026-01-05T08:00');
    expect(atIntervals(berlin, first, 3, 3_600_000).map(iso)).toEqual([
      '2026-01-05T08:00',
      '2026-01-05T09:00',
      '2026-01-05T10:00',
    ]);
  });

  it('waits for the end of the quiet hours, also where that is on the next day', () => {
    const quiet = { ...berlin, quiet: { from: 22 * 60, to: 7 * 60 } };
    expect(atIntervals(quiet, utc('2026-01-05T20:30'), 3, 3_600_000).map(iso)).toEqual([
      '2026-01-05T20:30',
      '2026-01-06T06:00',
      '2026-01-06T07:00',
    ]);
  });
});

describe('isZone', () => {
  it('knows the person’s own zone, and no invented one', () => {
    expect(isZone(ownZone())).toBe(true);
    expect(isZone('Kitchen/Table')).toBe(false);
  });
});
