import type { AnalyticsMetrics, DailyMetrics } from '../pinterest/types-analytics';
import { datesOf, type Period } from './periods';
import type { MetricSummary, StripMetric } from './types';

/** Statuses under which a day has a number, though it may still change. The rest mean that there is none. */
const COUNTING: ReadonlySet<string> = new Set(['PROCESSING', 'ESTIMATE']);

/**
 * Makes one metric's figures of a period and of the one before from Pinterest's daily numbers.
 * A day that Pinterest does not tell is null, never 0.
 */
export function summarise(
  metric: StripMetric,
  { daily_metrics: days = [] }: AnalyticsMetrics,
  period: Period,
  before: Period | null,
): MetricSummary {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const valueOf = (date: string) => valueAt(byDate.get(date), metric);
  const daily = datesOf(period).map(valueOf);
  const total = sumKnown(daily);
  const beforeTotal = before && sumAll(datesOf(before).map(valueOf));
  return {
    metric,
    total,
    before: beforeTotal,
    change: total === null || !beforeTotal ? null : (total - beforeTotal) / beforeTotal,
    daily,
    estimatedDays: countTail(datesOf(period), (date) => isCounting(byDate.get(date))),
  };
}

/** A day's number, or null where there is none. */
export function valueAt(day: DailyMetrics | undefined, metric: StripMetric): number | null {
  if (!day || (day.data_status !== 'READY' && !isCounting(day))) return null;
  return day.metrics[metric] ?? null;
}

const isCounting = (day: DailyMetrics | undefined) =>
  day !== undefined && COUNTING.has(day.data_status);

function sumKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** A comparison with days missing would be a lie. */
const sumAll = (values: (number | null)[]) => (values.includes(null) ? null : sumKnown(values));

function countTail(dates: string[], is: (date: string) => boolean): number {
  const first = dates.findLastIndex((date) => !is(date));
  return dates.length - 1 - first;
}
