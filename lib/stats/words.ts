import { formatCompact, formatSeconds } from '../format';
import { numberFormat, t } from '../i18n';
import { isKnownStatus } from './data-status';
import { metricRow, type Unit } from './metrics';

/** A metric's name as people say it; one that Tack does not know is called what Pinterest calls it. */
export function metricLabel(name: string): string {
  const row = metricRow(name);
  return row ? t(`metric_${row.name}`) : name;
}

/** What a metric counts, as a sentence; '' for one that Tack does not know. */
export function metricAbout(name: string): string {
  const row = metricRow(name);
  return row ? t(`metricAbout_${row.name}`) : '';
}

/** What a `data_status` says, as a sentence; a new one by its name. */
export const statusText = (status: string): string =>
  isKnownStatus(status) ? t(`dataStatus_${status}`) : status;

/** What a metric is measured in; one that Tack does not know is a count. */
export const unitOf = (metric: string): Unit => metricRow(metric)?.unit ?? 'count';

/** Writes a value in full: `48,231`, `2.6%`, `1:05:20`. */
export function formatValue(value: number, unit: Unit): string {
  if (unit === 'share') return percent(value);
  if (unit === 'time') return formatDuration(value);
  return numberFormat({ maximumFractionDigits: 2 }).format(value);
}

/** Writes a value short, as it fits into a cell or beside an axis: `48.2K`. */
export const formatShort = (value: number, unit: Unit): string =>
  unit === 'count' ? formatCompact(value) : formatValue(value, unit);

/** Writes a metric's value in full, or says that it is not counted yet. */
export const valueText = (value: number | null | undefined, metric: string): string =>
  value == null ? t('statsNotCounted') : formatValue(value, unitOf(metric));

/** The least that two places of a percentage can say. */
const LEAST = 0.0001;

/** What is less than it can say is no zero. */
function percent(share: number): string {
  const format = numberFormat({ style: 'percent', maximumFractionDigits: 2 });
  return share > 0 && share < LEAST / 2 ? `<${format.format(LEAST)}` : format.format(share);
}

/** Below a minute with a decimal, as most plays are seconds long; then as players write it. */
const formatDuration = (ms: number): string =>
  ms < 60_000
    ? numberFormat({
        style: 'unit',
        unit: 'second',
        unitDisplay: 'narrow',
        maximumFractionDigits: 1,
      }).format(ms / 1000)
    : formatSeconds(ms / 1000);
