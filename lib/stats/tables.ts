import type {
  Analytics,
  AnalyticsMetrics,
  DailyMetrics,
  TopPin,
} from '../pinterest/types-analytics';
import { meaningOf } from './data-status';
import { inOrder, metricRow } from './metrics';
import { datesOf, daysOf, type Period } from './periods';

/** The numbers of one part of a split, or of all where it is not split (`all`). */
export interface Part {
  key: string;
  table: AnalyticsMetrics;
}

/** Lists the parts of a reply. In one place the live service writes `ALL`, in all others `all`. */
export const partsOf = (reply: Analytics): Part[] =>
  Object.entries(reply).map(([key, table]) => ({ key: /^all$/i.test(key) ? 'all' : key, table }));

/** Gives the table of a reply that was not split; an empty one where there is none. */
export function unsplit(reply: Analytics | undefined): AnalyticsMetrics {
  const parts = partsOf(reply ?? {});
  return (parts.find(({ key }) => key === 'all') ?? parts[0])?.table ?? {};
}

/** Every metric that a table has a number of, in the order of the catalogue; unknown ones by their own name. */
export function metricsIn(table: AnalyticsMetrics): string[] {
  const { daily_metrics: days = [], summary_metrics = {}, lifetime_metrics = {} } = table;
  const daily = days.flatMap(({ metrics = {} }) => Object.keys(metrics));
  return inOrder([...Object.keys(summary_metrics), ...Object.keys(lifetime_metrics), ...daily]);
}

/** A day's number, or null where there is none: what is still being counted is not 0. */
export function valueAt(day: DailyMetrics | undefined, metric: string): number | null {
  const meaning = day ? meaningOf(day.data_status) : 'none';
  if (!day || meaning === 'none') return null;
  const value = day.metrics?.[metric] ?? rateOf(metric, (part) => day.metrics?.[part] ?? null);
  return value === 0 && day.data_status === 'PROCESSING' ? null : value;
}

/** A rate from its two sums; null where either is missing, where nothing was there to share, and for what is no rate. */
function rateOf(metric: string, sum: (part: string) => number | null): number | null {
  const parts = metricRow(metric)?.of;
  if (!parts) return null;
  const [part, whole] = parts.map(sum);
  return part == null || !whole ? null : part / whole;
}

/** One value a day of the period, oldest first; null is a gap. */
export function dailyOf(
  table: AnalyticsMetrics,
  metric: string,
  period: Period,
): (number | null)[] {
  const days = byDate(table);
  return datesOf(period).map((date) => valueAt(days.get(date), metric));
}

/** For each day of the period whether it has numbers that may still change. */
export function openDays(table: AnalyticsMetrics, period: Period): boolean[] {
  const days = byDate(table);
  return datesOf(period).map((date) => {
    const day = days.get(date);
    return day !== undefined && meaningOf(day.data_status) === 'open';
  });
}

const byDate = ({
  daily_metrics: days = [],
}: AnalyticsMetrics): ReadonlyMap<string, DailyMetrics> =>
  new Map(days.map((day) => [day.date, day]));

/**
 * A metric over all that a table is of: Pinterest's own sum where it gives one, else the sum of the days. The live
 * service gives some metrics only as a summary and some only as lifetime figures. Null where nothing is known.
 */
export function totalOf(table: AnalyticsMetrics, metric: string): number | null {
  const { daily_metrics: days = [], summary_metrics, lifetime_metrics } = table;
  const own = metricRow(metric)?.isLifetime
    ? (lifetime_metrics?.[metric] ?? summary_metrics?.[metric])
    : (summary_metrics?.[metric] ?? lifetime_metrics?.[metric]);
  const isCounted = days.length === 0 || days.some((day) => valueAt(day, metric) !== null);
  if (own != null && (own !== 0 || isCounted || metricRow(metric)?.isLifetime)) return own;
  return sumOf(days, metric);
}

/**
 * The table of a period, out of one that was asked for more days: Pinterest's own sums go, as they are of all of these.
 * Where no more was asked for it is the table itself.
 */
export function tableOf(table: AnalyticsMetrics, period: Period, asked: Period): AnalyticsMetrics {
  const isWhole = asked.from === period.from && asked.to === period.to;
  return isWhole ? table : { daily_metrics: daysIn(table, period) };
}

/** A number of a list's entry, which has a status for each metric: null where that says that there is none. */
export const valueIn = (
  { metrics, data_status: statuses }: Pick<TopPin, 'metrics' | 'data_status'>,
  metric: string,
): number | null =>
  valueAt({ date: '', data_status: statuses?.[metric] ?? 'READY', metrics: metrics ?? {} }, metric);

/** A metric over some of a table's days; null where none of them is known. */
export function totalIn(table: AnalyticsMetrics, metric: string, period: Period): number | null {
  return sumOf(daysIn(table, period), metric);
}

/** A table and those of its days that are meant. */
export interface Span {
  table: AnalyticsMetrics;
  period: Period;
}

/**
 * A metric over the period before, to hold that of now against: of the same days on both sides, so that one of now which has
 * no number yet leaves out the one that it stands over. Null where a day before is not known: a comparison with days missing
 * would be a lie. Where now comes as a sum without days, all days before count.
 */
export function totalBefore(metric: string, now: Span, before: Span): number | null {
  const sums = metricRow(metric)?.of ?? [metric];
  const isKnown = (day: DailyMetrics | undefined) =>
    sums.every((each) => valueAt(day, each) !== null);
  const [daysNow, daysBefore] = [byDate(now.table), byDate(before.table)];
  const dates = datesOf(now.period);
  const days = datesOf(before.period)
    .filter((_, at) => daysNow.size === 0 || isKnown(daysNow.get(dates[at] ?? '')))
    .map((date) => daysBefore.get(date));
  return days.length > 0 && days.every((day) => day !== undefined && isKnown(day))
    ? sumOf(
        days.filter((day) => day !== undefined),
        metric,
      )
    : null;
}

const daysIn = ({ daily_metrics: days = [] }: AnalyticsMetrics, { from, to }: Period) =>
  days.filter(({ date }) => date >= from && date <= to);

function sumOf(days: readonly DailyMetrics[], metric: string): number | null {
  if (metricRow(metric)?.isLifetime) return null;
  if (metricRow(metric)?.of) return rateOf(metric, (part) => sumOf(days, part));
  const known = days.map((day) => valueAt(day, metric)).filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** How much more or less, as a share of what was before; null where it can't be said. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || !before ? null : (now - before) / before;

/** The parts of a split as one table: counts are added day by day, rates are made anew from the sums. */
export function mergeParts(parts: readonly Part[]): AnalyticsMetrics {
  const dates = [
    ...new Set(parts.flatMap(({ table }) => (table.daily_metrics ?? []).map(dateOfDay))),
  ];
  const days = parts.map(({ table }) => byDate(table));
  return {
    daily_metrics: dates.toSorted().map((date) => mergeDays(days.map((each) => each.get(date)))),
    summary_metrics: addUp(parts.map(({ table }) => table.summary_metrics)),
    lifetime_metrics: addUp(parts.map(({ table }) => table.lifetime_metrics)),
  };
}

const dateOfDay = ({ date }: DailyMetrics) => date;

/** A day of which one part is not final is not final as a whole. */
function mergeDays(days: readonly (DailyMetrics | undefined)[]): DailyMetrics {
  const there = days.filter((day) => day !== undefined);
  const notFinal = there.find(({ data_status }) => data_status !== 'READY');
  return {
    date: there[0]?.date ?? '',
    data_status: notFinal?.data_status ?? 'READY',
    metrics: addUp(there.map(({ metrics }) => metrics)),
  };
}

/** Adds up tables of sums, metric by metric; rates are made anew from the sums, and left out where one of these is missing. */
export function addUp(
  tables: readonly (Record<string, number> | null | undefined)[],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const table of tables)
    for (const [name, value] of Object.entries(table ?? {}))
      if (value !== null) sums[name] = (sums[name] ?? 0) + value;
  for (const name of Object.keys(sums)) {
    if (!metricRow(name)?.of) continue;
    const rate = rateOf(name, (part) => sums[part] ?? null);
    if (rate === null) delete sums[name];
    else sums[name] = rate;
  }
  return sums;
}

/** Why days have no final number: a status, and the days that have it, as runs of days without a gap. */
export interface StatusRuns {
  status: string;
  runs: Period[];
}

/** Lists the statuses other than READY that a period's days have, by when they first come. Says nothing of other days. */
export function statusesIn(table: AnalyticsMetrics, period: Period): StatusRuns[] {
  const days = daysIn(table, period).toSorted((one, other) => one.date.localeCompare(other.date));
  const byStatus = Map.groupBy(days, ({ data_status: status }) => status);
  byStatus.delete('READY');
  return [...byStatus].map(([status, own]) => ({ status, runs: runsOf(own.map(dateOfDay)) }));
}

/** Dates in order as runs of days that follow one another. */
function runsOf(dates: readonly string[]): Period[] {
  const runs: Period[] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last && daysOf({ from: last.to, to: date }) === 2) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}
