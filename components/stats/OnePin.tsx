import { useMemo, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { AnalyticsMetrics } from '../../lib/pinterest/types-analytics';
import { figureOf, lineOf } from '../../lib/stats/figure';
import { inOrder, metricRow, metricsAt } from '../../lib/stats/metrics';
import { METRICS_OF_ANY_PIN } from '../../lib/stats/pin-numbers';
import { isAboutOnePin, pinRowOf, unknownPin, type PinRow } from '../../lib/stats/pins';
import { partsLabel } from '../../lib/stats/splits';
import {
  mergeParts,
  metricsIn,
  partsOf,
  statusesIn,
  totalOf,
  unsplit,
} from '../../lib/stats/tables';
import { metricAbout, metricLabel, valueText } from '../../lib/stats/words';
import { Picture } from '../ui/Picture';
import { Skeleton } from '../ui/Skeleton';
import { Bars } from './Bars';
import { FigureView } from './FigureView';
import { Honesty } from './Honesty';
import { MetricChips } from './MetricChips';
import { NumberTable } from './NumberTable';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { Problem } from './Problem';
import { Select } from './Select';
import type { StatsProps } from './stats-props';
import { useSame } from './use-same';
import { useStats } from './use-stats';

/** All that Pinterest tells of one pin. */
export function OnePin({ pinId, ...props }: StatsProps & { pinId: string }) {
  const { ask, now } = props;
  const [choice, setChoice] = useState({ ...USUAL_CHOICE, comparison: 'none' as const });
  const [isTable, setTable] = useState(false);
  const [chosen, setChosen] = useState<string[]>(['IMPRESSION']);
  const [split, setSplit] = useState<'NO_SPLIT' | 'APP_TYPE'>('NO_SPLIT');
  const itself = useStats(ask, 'pins/get', { pin_id: pinId, pin_metrics: true });
  const pin = useMemo(() => (itself.reply ? pinRowOf(itself.reply) : null), [itself.reply]);
  const isUnread = !pin && isAboutOnePin(itself.error); // its numbers may be told all the same
  const title = (isUnread ? unknownPin(pinId).title : pin?.title) || t('outboxUntitled');
  const period = useSame(periodOf(choice, now));
  const question = {
    pin_id: pinId,
    start_date: period.from,
    end_date: period.to,
    metric_types: metricsOf(pin),
    ...(split === 'NO_SPLIT' ? {} : { split_field: split }),
  };
  const { reply, readAt, error, isBusy, refresh } = useStats(
    ask,
    'pins/analytics',
    pin || isUnread ? question : null,
  );
  const parts = useMemo(() => partsOf(reply ?? {}), [reply]);
  const table = useMemo(
    () => (split === 'NO_SPLIT' ? unsplit(reply ?? {}) : mergeParts(parts)),
    [reply, parts, split],
  );
  const daily = metricsIn(table).filter((name) => !metricRow(name)?.isLifetime);
  const shown = useSame(split === 'NO_SPLIT' ? chosen : chosen.slice(0, 1));
  const figure = useMemo(() => {
    const words = t('chartTitle', title, period.from, period.to);
    if (split === 'NO_SPLIT')
      return figureOf(
        words,
        period,
        shown.map((metric) => lineOf(table, metric, period)),
        [table],
      );
    const lines = parts.map(({ key, table: part }) =>
      lineOf(part, shown[0] ?? 'IMPRESSION', period, { key, label: partsLabel(key) }),
    );
    return figureOf(
      words,
      period,
      lines,
      parts.map(({ table: part }) => part),
    );
  }, [table, parts, split, shown, period, title]);
  const problem = (isUnread ? null : itself.error) ?? error;
  return (
    <section class="stats-part" aria-label={title} aria-busy={isBusy}>
      {pin && <PinHead pin={pin} siteUrl={props.siteUrl} />}
      {isUnread && <PinHead pin={unknownPin(pinId)} siteUrl={props.siteUrl} />}
      {isUnread && <p class="small muted">{t('pinUnread')}</p>}
      <PeriodBar
        {...{ choice, now }}
        hasComparison={false}
        onChoose={(next) => setChoice({ ...next, comparison: 'none' })}
      />
      {problem && <Problem {...props} error={problem} onRetry={error ? refresh : itself.refresh} />}
      {!reply && !problem && <Skeleton height="260px" />}
      {reply && (
        <>
          <MetricChips
            metrics={daily}
            chosen={shown}
            onChoose={setChosen}
            onlyOne={split !== 'NO_SPLIT'}
          />
          <Select<'NO_SPLIT' | 'APP_TYPE'>
            label={t('splitLabel')}
            value={split}
            onChange={setSplit}
            options={[
              { value: 'NO_SPLIT', label: t('splitNone') },
              { value: 'APP_TYPE', label: t('splitApp') },
            ]}
          />
          <FigureView
            {...{ figure, isTable }}
            onTable={setTable}
            fileName={`pin-${pinId}-${period.from}-${period.to}`}
          />
          <Sums table={table} />
          {pin?.isVideo && <Retention table={table} />}
          {pin && <OwnFigures pin={pin} />}
          <Honesty
            statuses={statusesIn(table, period)}
            {...{ readAt, isBusy }}
            onRefresh={refresh}
          />
        </>
      )}
    </section>
  );
}

/** What is asked: of an image, video metrics are refused, and so are an image's of a video. */
function metricsOf(pin: PinRow | null) {
  if (!pin) return METRICS_OF_ANY_PIN;
  return metricsAt(pin.isVideo ? 'videoPin' : 'pin');
}

function PinHead({ pin, siteUrl }: { pin: PinRow; siteUrl: string }) {
  const title = pin.title || t('outboxUntitled');
  return (
    <header class="pin-head">
      <Picture url={pin.imageUrl} class="pin-line-picture" />
      <span class="grow">
        <h2 class="cut">{title}</h2>
        <a class="tiny" href={`${siteUrl}/pin/${pin.id}/`} target="_blank" rel="noreferrer">
          {t('openAtPinterest', title)}
        </a>
      </span>
    </header>
  );
}

/** Every sum of the period; comments and reactions are of all the pin's life, and say so. */
function Sums({ table }: { table: AnalyticsMetrics }) {
  return (
    <dl class="stats-totals">
      {metricsIn(table).map((name) => (
        <div key={name} title={metricAbout(name)}>
          <dt class="tiny muted">
            {metricLabel(name)}
            {metricRow(name)?.isLifetime && ` (${t('sinceMade')})`}
          </dt>
          <dd class="stats-total-small num">{valueText(totalOf(table, name), name)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far into the video people came, of those who began it. */
function Retention({ table }: { table: AnalyticsMetrics }) {
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
function OwnFigures({ pin: { days90, lifetime } }: { pin: PinRow }) {
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
