import type { AdAnalyticsRow, DeliveryMetrics, Granularity, Report } from '../pinterest/types-ads';
import type { Sheet } from './export';
import { clampPeriod, HOURLY_DAYS, WINDOW_DAYS, type Period } from './periods';

/** What is shown until the person chooses. */
export const USUAL_COLUMNS = ['SPEND_IN_DOLLAR', 'TOTAL_IMPRESSION', 'TOTAL_CLICKTHROUGH', 'CTR'];

export const GRANULARITIES = [
  'TOTAL',
  'DAY',
  'HOUR',
  'WEEK',
  'MONTH',
] as const satisfies Granularity[];

/** Levels that a report can be of, without those that need targeting beside them. */
export const LEVELS = [
  'ADVERTISER',
  'CAMPAIGN',
  'AD_GROUP',
  'PIN_PROMOTION',
  'KEYWORD',
  'PRODUCT_GROUP',
] as const;

/** Days that can be asked for: hours reach 8 days back only, and reports of hours are of 3 days at most. */
export function adPeriod(
  period: Period,
  granularity: Granularity,
  now: number,
  isReport = false,
): Period {
  const days = granularity === 'HOUR' ? HOURLY_DAYS : WINDOW_DAYS;
  const inside = clampPeriod(period, now, days);
  if (granularity !== 'HOUR' || !isReport) return inside;
  const third = new Date(Date.parse(inside.to) - 2 * 86_400_000).toISOString().slice(0, 10);
  return { from: inside.from < third ? third : inside.from, to: inside.to };
}

/** A column that can be chosen, as Pinterest describes it. */
export interface AdColumn {
  name: string;
  label: string;
  definition: string;
}

/** The columns of ads among Pinterest's definitions; the usual ones by their own names where it gives none. */
export function columnsOf(metrics: DeliveryMetrics | null): AdColumn[] {
  const given = (metrics?.items ?? [])
    .filter(({ category, name }) => category !== 'ORGANIC' && name)
    .map(({ name = '', display_name: label, definition = '' }) => ({
      name,
      label: label ?? name,
      definition,
    }));
  return given.length > 0
    ? given
    : USUAL_COLUMNS.map((name) => ({ name, label: name, definition: '' }));
}

/** A reply as a table: the day or hour first where there is one, then every column that any row has. None is dropped. */
export function adSheet(rows: readonly AdAnalyticsRow[], asked: readonly string[]): Sheet {
  const others = rows.flatMap((row) => Object.keys(row));
  const hasDates = rows.some(({ DATE }) => DATE !== undefined);
  const names = new Set([...asked, ...others]);
  names.delete('AD_ACCOUNT_ID');
  names.delete('DATE');
  const columns = [...(hasDates ? ['DATE'] : []), ...names];
  return { columns, rows: rows.map((row) => columns.map((name) => row[name] ?? null)) };
}

/** Whether a report may still come. */
export const isComing = ({ report_status: status }: Report): boolean =>
  status === 'IN_PROGRESS' || status === undefined;
