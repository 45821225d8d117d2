import { formatDay } from '../format';
import { t } from '../i18n';
import type { AnalyticsMetrics } from '../pinterest/types-analytics';
import type { Unit } from './metrics';
import { datesOf, type Period } from './periods';
import { partsLabel } from './splits';
import { dailyOf, openDays, totalIn, totalOf, type Part } from './tables';
import { formatValue, metricLabel, unitOf } from './words';

/** One line of a chart, one column of its table. */
export interface Line {
  key: string;
  /** What its column is called in a file, where the key alone would not say what is counted. */
  column?: string;
  label: string;
  unit: Unit;
  /** One entry a day; null is a gap. */
  values: (number | null)[];
  /** Over the whole period; null where no day is known. */
  total: number | null;
  /** The period before, drawn over this one. */
  isBefore?: true;
}

/** What a chart, its table, its summary and its files show: one line or more over the same days. */
export interface Figure {
  title: string;
  /** `YYYY-MM-DD`, UTC, oldest first. */
  dates: string[];
  lines: Line[];
  /** For each day whether its numbers may still change. */
  open: boolean[];
}

type PartLine = Pick<Line, 'key' | 'label' | 'column'>;

/** What a line is called that is of one part of a metric: of a split, or of one of several pins. */
export const partLine = (metric: string, key: string, label: string): PartLine => ({
  key,
  label,
  column: `${metric}_${key}`,
});

/** Makes a line of one metric of a table that is of the period. */
export const lineOf = (
  table: AnalyticsMetrics,
  metric: string,
  period: Period,
  { key = metric, label = metricLabel(metric), ...rest }: Partial<PartLine> = {},
): Line => ({
  key,
  label,
  ...rest,
  unit: unitOf(metric),
  values: dailyOf(table, metric, period),
  total: totalOf(table, metric),
});

/** Makes a figure of lines of the same days; a day that is open in one of the tables is open. */
export function figureOf(
  title: string,
  period: Period,
  lines: Line[],
  tables: readonly AnalyticsMetrics[],
): Figure {
  const dates = datesOf(period);
  const open = tables.map((table) => openDays(table, period));
  return { title, dates, lines, open: dates.map((_, day) => open.some((each) => each[day])) };
}

/** What a chart is made of. */
interface ChartFacts {
  title: string;
  /** The numbers of the period and of nothing else. */
  table: AnalyticsMetrics;
  /** Where it is split: the numbers of each part. */
  parts: readonly Part[];
  metrics: readonly string[];
  period: Period;
  /** What the period is held against, and its numbers. */
  before: { period: Period; table: AnalyticsMetrics } | null;
}

/** A line for each metric; of a split, a line for each part by the first metric. */
export function chartOf({ title, table, parts, metrics, period, before }: ChartFacts): Figure {
  const [first = 'IMPRESSION'] = metrics;
  if (parts.length > 0) {
    const tables = parts.map((part) => part.table);
    const lines = parts.map((part) =>
      lineOf(part.table, first, period, partLine(first, part.key, partsLabel(part.key))),
    );
    return figureOf(title, period, lines, tables);
  }
  const lines = metrics.map((metric) => lineOf(table, metric, period));
  // The period before stands under this one, day upon day; under several metrics nobody could tell whose it is.
  if (before && metrics.length === 1)
    lines.push({
      key: `${first}_BEFORE`,
      label: t('chartBefore'),
      unit: unitOf(first),
      values: dailyOf(before.table, first, before.period).slice(0, datesOf(period).length),
      total: totalIn(before.table, first, before.period),
      isBefore: true,
    });
  return figureOf(title, period, lines, [table]);
}

/** What a screen reader says of a line in place of its picture: the sum, and the best and the worst day. */
export function summaryOf({ dates }: Figure, { label, unit, values, total }: Line): string {
  const known = values.flatMap((value, day) => (value === null ? [] : [{ value, day }]));
  const [first] = known;
  if (!first) return t('chartSummaryNone', label);
  const most = known.reduce((best, each) => (each.value > best.value ? each : best), first);
  const least = known.reduce((worst, each) => (each.value < worst.value ? each : worst), first);
  const on = ({ day }: typeof first) => formatDay(dates[day] ?? '');
  return t(
    'chartSummary',
    label,
    total === null ? t('statsNotCounted') : formatValue(total, unit),
    on(most),
    formatValue(most.value, unit),
    on(least),
    formatValue(least.value, unit),
  );
}

/** One day of a figure in words: `3 Nov: Impressions 1,204, Saves not counted yet`. */
export function readingOf(figure: Figure, day: number): string {
  const values = figure.lines.map(({ label, unit, values: all }) => {
    const value = all[day] ?? null;
    return `${label} ${value === null ? t('statsNotCounted') : formatValue(value, unit)}`;
  });
  const text = `${formatDay(figure.dates[day] ?? '')}: ${values.join(', ')}`;
  return figure.open[day] ? `${text} (${t('chartOpenDay')})` : text;
}
