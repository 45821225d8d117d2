import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import golden from '../../test/golden/stats-replies.json';
import { holds } from '../../test/holds';
import type { Analytics, AnalyticsMetrics } from '../pinterest/types-analytics';
import { METRICS } from './metrics';
import {
  changeOf,
  dailyOf,
  mergeParts,
  metricsIn,
  openDays,
  partsOf,
  statusesIn,
  tableOf,
  totalBefore,
  totalIn,
  totalOf,
  unsplit,
  valueIn,
} from './tables';

const replies = golden as unknown as Record<keyof typeof golden, Analytics>;
const march = (from: number, to: number) => ({ from: `2026-03-0${from}`, to: `2026-03-0${to}` });

describe('the numbers of recorded replies', () => {
  it.each(Object.entries(replies))('of %s are the reply’s own, each of them', (_, reply) => {
    for (const { table } of partsOf(reply)) {
      const isCounted = (table.daily_metrics ?? [{ data_status: 'READY' }]).some(
        ({ data_status: status }) => status === 'READY',
      );
      for (const metric of metricsIn(table)) {
        const own = table.summary_metrics?.[metric] ?? table.lifetime_metrics?.[metric] ?? null;
        if (isCounted) expect([metric, totalOf(table, metric)]).toEqual([metric, own]);
      }
      for (const { date, data_status: status, metrics } of table.daily_metrics ?? []) {
        if (status !== 'READY') continue;
        for (const [metric, value] of Object.entries(metrics ?? {}))
          expect(dailyOf(table, metric, { from: date, to: date })).toEqual([value]);
      }
    }
  });

  it('are found where the live service writes the key in capitals', () => {
    expect(totalOf(unsplit(replies.unsplitInCapitals), 'IMPRESSION')).toBe(7);
  });

  it('keep a metric that the catalogue lacks, after those that it has', () => {
    expect(metricsIn(unsplit(replies.unsplit)).at(-1)).toBe('CLOSEUP');
    expect(totalOf(unsplit(replies.unsplit), 'CLOSEUP')).toBe(92);
  });

  it('of a split are those of the whole once they are added up, rates too', () => {
    const whole = unsplit(replies.unsplit);
    const merged = mergeParts(partsOf(replies.split));
    for (const metric of ['IMPRESSION', 'SAVE', 'SAVE_RATE']) {
      expect(totalOf(merged, metric)).toBeCloseTo(totalOf(whole, metric) ?? NaN, 12);
      expect(dailyOf(merged, metric, march(1, 2))).toEqual(dailyOf(whole, metric, march(1, 2)));
    }
  });

  it('come from the lifetime figures where only those have them, and from the summary else', () => {
    expect(totalOf(unsplit(replies.lifetimeOnly), 'TOTAL_REACTIONS')).toBe(12);
    const summary = unsplit(replies.summaryOnly);
    expect(
      ['IMPRESSION', 'TOTAL_COMMENTS', 'TOTAL_REACTIONS'].map((each) => totalOf(summary, each)),
    ).toEqual([240, 0, 3]);
  });

  it('have a gap where a day is missing or not counted, and a 0 only where Pinterest counted one', () => {
    const table = unsplit(replies.gaps);
    expect(dailyOf(table, 'IMPRESSION', march(1, 4))).toEqual([null, 5, null, 0]);
    expect(totalIn(table, 'IMPRESSION', march(1, 4))).toBe(5);
  });

  it('are marked where they may still change, and what is being counted is no 0', () => {
    const table = unsplit(replies.estimates);
    expect(dailyOf(table, 'IMPRESSION', march(1, 3))).toEqual([100, 90, null]);
    expect(openDays(table, march(1, 3))).toEqual([false, true, true]);
    expect(statusesIn(table, march(1, 3)).map(({ status }) => status)).toEqual([
      'ESTIMATE',
      'PROCESSING',
    ]);
  });

  it('have a reason for the days that it is of, and none for days between', () => {
    const day = (date: number, data_status: string) => ({ date: `2026-03-0${date}`, data_status });
    const table = {
      daily_metrics: [
        day(5, 'ESTIMATE'),
        day(1, 'ESTIMATE'),
        day(2, 'ESTIMATE'),
        day(3, 'READY'),
        day(7, 'ESTIMATE'),
      ],
    };
    expect(statusesIn(table, march(1, 7))).toEqual([
      { status: 'ESTIMATE', runs: [march(1, 2), march(5, 5), march(7, 7)] },
    ]);
  });

  it('are not known before the account was a business, though the reply says 0', () => {
    const table = unsplit(replies.beforeBusiness);
    expect(totalOf(table, 'IMPRESSION')).toBeNull();
    expect(statusesIn(table, march(1, 2))).toEqual([
      { status: 'BEFORE_BUSINESS_CREATED', runs: [march(1, 2)] },
    ]);
  });

  it('of an empty reply are not known', () => {
    expect(totalOf(unsplit(replies.empty), 'IMPRESSION')).toBeNull();
    expect(metricsIn(unsplit(replies.empty))).toEqual([]);
  });
});

describe('tableOf', () => {
  it('keeps Pinterest’s own sums where they are of the same days, and makes them of the days else', () => {
    const table = { ...unsplit(replies.unsplit), summary_metrics: { IMPRESSION: 2205 } };
    const of = (asked: { from: string; to: string }) =>
      totalOf(tableOf(table, march(1, 2), asked), 'IMPRESSION');
    expect(of(march(1, 2))).toBe(2205);
    expect(of({ from: '2026-02-27', to: '2026-03-02' })).toBe(2200);
    expect(totalOf(tableOf(table, march(2, 2), march(1, 2)), 'IMPRESSION')).toBe(1000);
  });
});

describe('what a period is held against', () => {
  const days = (from: number, values: (number | null)[]): AnalyticsMetrics => ({
    daily_metrics: values.map((value, at) => ({
      date: `2026-03-0${from + at}`,
      data_status: value === null ? 'PROCESSING' : 'READY',
      metrics: value === null ? {} : { IMPRESSION: value * 10, SAVE: value },
    })),
  });
  const [now, then] = [march(4, 6), march(1, 3)];
  const before = (metric: string, values: (number | null)[], valuesBefore: (number | null)[]) =>
    totalBefore(
      metric,
      { table: days(4, values), period: now },
      { table: days(1, valuesBefore), period: then },
    );

  it('is of as many days: one that is still being counted leaves out the one it stands over', () => {
    expect(before('SAVE', [1, 2, 3], [4, 5, 6])).toBe(15);
    expect(before('SAVE', [1, 2, null], [4, 5, 6])).toBe(9);
    expect(before('SAVE_RATE', [1, null, 3], [4, 5, 6])).toBe(0.1);
  });

  it('is nothing where a day before is not known, or none of now is', () => {
    expect(before('SAVE', [1, 2, 3], [4, null, 6])).toBeNull();
    expect(before('SAVE', [1, null, 3], [4, null, 6])).toBe(10);
    expect(before('SAVE', [null, null, null], [4, 5, 6])).toBeNull();
    expect(before('SAVE', [1, 2, 3], [4, 5])).toBeNull();
  });

  it('is whole where now is a sum without days', () => {
    const sum = { table: { summary_metrics: { SAVE: 9 } }, period: now };
    expect(totalBefore('SAVE', sum, { table: days(1, [4, 5, 6]), period: then })).toBe(15);
  });
});

describe('a number of a list', () => {
  it('is none where its own status says so, and the others stay', () => {
    const pin = {
      metrics: { IMPRESSION: 0, SAVE: 0, PIN_CLICK: 4 },
      data_status: { IMPRESSION: 'PROCESSING', SAVE: 'READY', PIN_CLICK: 'BEFORE_PIN_CREATED' },
    };
    expect(
      ['IMPRESSION', 'SAVE', 'PIN_CLICK', 'ENGAGEMENT'].map((name) => valueIn(pin, name)),
    ).toEqual([null, 0, null, null]);
  });
});

describe('changeOf', () => {
  it('says nothing where either side is not known, or nothing was there before', () => {
    expect([changeOf(10, 8), changeOf(null, 8), changeOf(10, null), changeOf(10, 0)]).toEqual([
      0.25,
      null,
      null,
      null,
    ]);
  });
});

describe('any split', () => {
  const ofDays = METRICS.filter(({ isLifetime }) => !isLifetime);
  const counted = ofDays.filter(({ of }) => !of).map(({ name }) => name);
  type Counts = Record<string, number>;
  const counts = fc.record(Object.fromEntries(counted.map((name) => [name, fc.nat(50_000)])));
  const parts = fc.integer({ min: 1, max: 60 }).chain((days) =>
    fc.array(fc.array(counts, { minLength: days, maxLength: days }), {
      minLength: 1,
      maxLength: 8,
    }),
  );
  const ofEach = (days: Counts[]): AnalyticsMetrics => ({
    daily_metrics: days.map((metrics, index) => ({
      date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      data_status: 'READY',
      metrics,
    })),
  });
  it('has the sums and rates of what was not split', () => {
    holds(
      fc.property(parts, (split) => {
        const sum = (day: number, name: string) =>
          split.reduce((total, part) => total + part[day]![name]!, 0);
        const whole = ofEach(
          split[0]!.map((_, day) =>
            Object.fromEntries(counted.map((name) => [name, sum(day, name)])),
          ),
        );
        const merged = mergeParts(
          split.map((days, index) => ({ key: `${index}`, table: ofEach(days) })),
        );
        const period = { from: '2026-01-01', to: '2026-03-31' };
        for (const { name: metric } of ofDays) {
          expect(totalOf(merged, metric)).toBe(totalOf(whole, metric));
          expect(totalIn(merged, metric, period)).toBe(totalIn(whole, metric, period));
          expect(dailyOf(merged, metric, period)).toEqual(dailyOf(whole, metric, period));
        }
      }),
      { numRuns: 60 },
    );
  });
});
