import { t } from '../../lib/i18n';
import type { AnalyticsMetrics } from '../../lib/pinterest/types-analytics';
import { inOrder, metricRow } from '../../lib/stats/metrics';
import type { Period } from '../../lib/stats/periods';
import type { PinRow } from '../../lib/stats/pins';
import { changeOf, metricsIn, totalBefore, totalOf, type Span } from '../../lib/stats/tables';
import { metricLabel, valueText } from '../../lib/stats/words';
import { Picture } from '../ui/Picture';
import { Bars } from './Bars';
import { Change } from './Change';
import { NumberTable } from './NumberTable';

/** What the pin is, and the way to it. */
export function PinHead({ pin, siteUrl }: { pin: PinRow; siteUrl: string }) {
  const title = pin.title || t('outboxUntitled');
  return (
    <header class="pin-head">
      <Picture url={pin.imageUrl} class="pin-line-picture" />
      <span class="grow">
        <h2 class="cut" dir="auto">
          {title}
        </h2>
        <a class="tiny" href={`${siteUrl}/pin/${pin.id}/`} target="_blank" rel="noreferrer">
          {t('openAtPinterest', title)}
        </a>
      </span>
    </header>
  );
}

interface SumsProps {
  table: AnalyticsMetrics;
  period: Period;
  /** What the period is held against; null where that is nothing. */
  before: Span | null;
}

/** Every sum of the period, with its change; comments and reactions are of all the pin's life, and say so. */
export function Sums({ table, period, before }: SumsProps) {
  const metrics = metricsIn(table);
  if (metrics.length === 0) return null;
  return (
    <dl class="stats-totals">
      {metrics.map((metric) => {
        const total = totalOf(table, metric);
        const earlier = before && totalBefore(metric, { table, period }, before);
        return (
          <div key={metric}>
            <dt class="tiny muted">
              {metricLabel(metric)}
              {metricRow(metric)?.isLifetime && ` (${t('sinceMade')})`}
            </dt>
            <dd class="stats-total-small num">
              {valueText(total, metric)}{' '}
              <Change {...{ metric }} change={changeOf(total, earlier)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** How far into the video people came, of those who began it. */
export function Retention({ table }: { table: AnalyticsMetrics }) {
  const starts = totalOf(table, 'VIDEO_START');
  const steps = ['VIDEO_START', 'VIDEO_MRC_VIEW', 'VIDEO_10S_VIEW', 'QUARTILE_95_PERCENT_VIEW'];
  if (!starts) return null;
  return (
    <>
      <h3>{t('retentionTitle')}</h3>
      <Bars
        label={t('retentionTitle')}
        bars={steps.map((name) => {
          const value = totalOf(table, name);
          return {
            key: name,
            label: metricLabel(name),
            share: value === null ? null : value / starts,
            text: valueText(value, name),
          };
        })}
      />
    </>
  );
}

/** The pin's own figures of 90 days and of all its life, as Pinterest gives them with the pin. */
export function OwnFigures({ pin: { days90, lifetime } }: { pin: PinRow }) {
  const names = inOrder([...Object.keys(days90 ?? {}), ...Object.keys(lifetime ?? {})]);
  if (names.length === 0) return null;
  return (
    <NumberTable
      label={t('ownFigures')}
      caption={t('ownFigures')}
      columns={[t('statsMetric'), t('spanDays90'), t('spanLifetime')]}
      rows={names.map((name) => ({
        key: name,
        cells: [
          metricLabel(name),
          valueText(days90?.[name], name),
          valueText(lifetime?.[name], name),
        ],
      }))}
    />
  );
}
