import { describe, expect, it } from 'vitest';

import { datesOf, lastDays, periodBefore } from './periods';
import { summarise } from './series';

const NOON = Date.parse('2026-11-23T12:00:00Z');

describe('periods', () => {
  it('ends yesterday by UTC and has as many days as asked for', () => {
    const period = lastDays(30, NOON);

    expect(period).toEqual({ from: '2026-10-24', to: '2026-11-22' });
    expect(datesOf(period)).toHaveLength(30);
  });

  it('has the same number of days before, as long as Pinterest still tells them', () => {
    expect(periodBefore(lastDays(30, NOON), NOON)).toEqual({
      from: '2026-09-24',
      to: '2026-10-23',
    });
    expect(periodBefore(lastDays(89, NOON), NOON)).toBeNull();
  });
});

describe('summarise', () => {
  const day = (date: string, SAVE: number, data_status = 'READY') => ({
    date,
    data_status,
    metrics: { SAVE },
  });
  const period = { from: '2026-01-03', to: '2026-01-04' };
  const before = { from: '2026-01-01', to: '2026-01-02' };

  it('sums the days and says the change against the days before', () => {
    const daily_metrics = [
      day('2026-01-01', 4),
      day('2026-01-02', 4),
      day('2026-01-03', 5),
      day('2026-01-04', 5),
    ];

    expect(summarise('SAVE', { daily_metrics }, period, before)).toMatchObject({
      total: 10,
      before: 8,
      change: 0.25,
      daily: [5, 5],
      estimatedDays: 0,
    });
  });

  it('counts days that may still change, and says how many', () => {
    const daily_metrics = [day('2026-01-03', 5), day('2026-01-04', 1, 'ESTIMATE')];

    expect(summarise('SAVE', { daily_metrics }, period, null)).toMatchObject({
      total: 6,
      estimatedDays: 1,
    });
  });

  it('never takes a day that is not known for a zero', () => {
    const daily_metrics = [
      day('2026-01-02', 1),
      day('2026-01-03', 0, 'BEFORE_PIN_CREATED'),
      day('2026-01-04', 2),
    ];

    expect(summarise('SAVE', { daily_metrics }, period, before)).toMatchObject({
      daily: [null, 2],
      total: 2,
      before: null,
      change: null,
    });
  });

  it('knows nothing where Pinterest tells nothing', () => {
    expect(summarise('SAVE', {}, period, before)).toMatchObject({
      total: null,
      change: null,
      daily: [null, null],
    });
  });
});
