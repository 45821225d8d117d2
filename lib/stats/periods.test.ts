import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import {
  clampPeriod,
  comparedWith,
  dateOf,
  datesOf,
  daysOf,
  HOURLY_DAYS,
  lastDays,
  periodBefore,
  windowOf,
} from './periods';

const NOON = Date.parse('2026-11-23T12:00:00Z');

describe('periods', () => {
  it('end yesterday by UTC and have as many days as asked for', () => {
    const period = lastDays(30, NOON);

    expect(period).toEqual({ from: '2026-10-24', to: '2026-11-22' });
    expect(datesOf(period)).toHaveLength(30);
  });

  it('have the same number of days before, as long as Pinterest still tells them', () => {
    expect(periodBefore(lastDays(30, NOON), NOON)).toEqual({
      from: '2026-09-24',
      to: '2026-10-23',
    });
    expect(periodBefore(lastDays(89, NOON), NOON)).toBeNull();
  });

  it('are compared with the same weekdays, whole weeks before', () => {
    const period = lastDays(30, NOON);
    const same = comparedWith(period, 'weekdays', NOON);

    expect(same).toEqual({ from: '2026-09-19', to: '2026-10-18' });
    expect(new Date(same!.from).getUTCDay()).toBe(new Date(period.from).getUTCDay());
  });

  it('take ends in any order, and put those outside the window at its edge', () => {
    expect(clampPeriod({ from: '2026-11-20', to: '2026-11-10' }, NOON)).toEqual({
      from: '2026-11-10',
      to: '2026-11-20',
    });
    expect(clampPeriod({ from: '2020-01-01', to: '2030-01-01' }, NOON)).toEqual(windowOf(NOON));
    expect(clampPeriod({ from: '2026-02-31', to: '' }, NOON)).toEqual(lastDays(30, NOON));
  });
});

describe('the window at the edges of days', () => {
  /** Summer time begins and ends at other hours in each; the first and last are the farthest from UTC. */
  const zones = [
    'Etc/GMT+12',
    'America/Los_Angeles',
    'America/New_York',
    'America/St_Johns',
    'UTC',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
  ];
  const dateIn = (timeZone: string, at: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
  const daysBack = (date: string, today: string) =>
    (Date.parse(today) - Date.parse(date)) / 86_400_000;
  const nearEdges = fc
    .record({
      day: fc.date({
        min: new Date('2024-01-01'),
        max: new Date('2030-12-31'),
        noInvalidDate: true,
      }),
      off: fc.integer({ min: -3_700_000, max: 3_700_000 }),
    })
    .map(({ day, off }) => Date.parse(dateOf(day.getTime())) + off);
  const moments = fc.oneof(
    nearEdges,
    nearEdges.map((at) => at + 43_200_000),
  );

  it('is inside Pinterest’s 90 and 8 days, whichever day Pinterest says it is', () => {
    holds(
      fc.property(moments, fc.constantFrom(...zones), (now, zone) => {
        const today = dateIn(zone, now);
        expect(daysBack(windowOf(now).from, today)).toBeLessThanOrEqual(90);
        expect(daysBack(windowOf(now, HOURLY_DAYS).from, today)).toBeLessThanOrEqual(8);
        expect(daysBack(lastDays(89, now).to, today)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same wherever the person is', () => {
    const before = process.env['TZ'];
    holds(
      fc.property(
        moments,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 89 }),
        (now, zone, days) => {
          process.env['TZ'] = zone;
          const there = [
            lastDays(days, now),
            windowOf(now),
            comparedWith(lastDays(7, now), 'weekdays', now),
          ];
          process.env['TZ'] = 'UTC';
          const utc = [
            lastDays(days, now),
            windowOf(now),
            comparedWith(lastDays(7, now), 'weekdays', now),
          ];
          expect(there).toEqual(utc);
          expect(daysOf(lastDays(days, now))).toBe(days);
          expect(datesOf(lastDays(days, now))).toHaveLength(days);
        },
      ),
      { numRuns: 200 },
    );
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
});
