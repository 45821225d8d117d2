import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { accountQuestion } from '../../lib/stats/account-question';
import { chartOf } from '../../lib/stats/figure';
import { inOrder, metricsAt } from '../../lib/stats/metrics';
import { comparedWith, spanOf, type Period } from '../../lib/stats/periods';
import { SPLITS, type Split } from '../../lib/stats/splits';
import {
  changeOf,
  mergeParts,
  metricsIn,
  partsOf,
  statusesIn,
  tableOf,
  totalBefore,
  totalOf,
  unsplit,
  type Part,
} from '../../lib/stats/tables';
import { metricLabel, valueText } from '../../lib/stats/words';
import { AfterPaint } from '../ui/AfterPaint';
import { Skeleton } from '../ui/Skeleton';
import { Change } from './Change';
import { FigureView } from './FigureView';
import { Honesty } from './Honesty';
import { MetricChips } from './MetricChips';
import { MetricWords } from './MetricWords';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { Problem, type ProblemProps } from './Problem';
import { Select } from './Select';
import { useSame } from './use-same';
import { useStats } from './use-stats';

interface OverviewProps extends Omit<ProblemProps, 'error' | 'onRetry'> {
  ask: Send;
  /** Pinterest's clock, ms of UTC. */
  now: number;
  /** Shown once the numbers are, or are on their way from Pinterest. */
  below?: ComponentChildren;
}

/** The account's numbers over days: any metrics, split or whole, against what was before. */
export function Overview({ ask, now, below, ...rest }: OverviewProps) {
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const [split, setSplit] = useState<Split>('NO_SPLIT');
  const [content, setContent] = useState<'ALL' | 'ORGANIC' | 'PAID'>('ALL');
  const [isTable, setTable] = useState(false);
  const [chosen, setChosen] = useState<string[]>(['IMPRESSION']);
  const period = useSame(periodOf(choice, now));
  const before = useSame(
    choice.comparison === 'none' ? null : comparedWith(period, choice.comparison, now),
  );
  const question = accountQuestion(period, before, {
    ...(split === 'NO_SPLIT' ? {} : { split_field: split }),
    ...(content === 'ALL' ? {} : { content_type: content }),
  });
  const { reply, readAt, error, isBusy, isRead, refresh } = useStats(
    ask,
    'user_account/analytics',
    question,
  );
  const parts = useMemo(() => partsOf(reply ?? {}), [reply]);
  const whole = useMemo(
    () => (split === 'NO_SPLIT' ? unsplit(reply ?? {}) : mergeParts(parts)),
    [reply, parts, split],
  );
  const metrics = inOrder([...metricsAt('account'), ...metricsIn(whole)]);
  const shown = useSame(split === 'NO_SPLIT' ? chosen : chosen.slice(0, 1));
  const figure = useMemo(() => {
    const within = (table: Part['table']) => tableOf(table, period, spanOf(period, before));
    return chartOf({
      title: t('chartTitle', shown.map(metricLabel).join(', '), period.from, period.to),
      table: within(whole),
      parts:
        split === 'NO_SPLIT' ? [] : parts.map(({ key, table }) => ({ key, table: within(table) })),
      metrics: shown,
      period,
      before: before && { period: before, table: whole },
    });
  }, [whole, parts, split, shown, period, before]);
  const statuses = statusesIn(whole, period);
  const overview = (
    <section class="stats-part" aria-label={t('statsOverview')} aria-busy={isBusy}>
      <PeriodBar {...{ choice, now }} onChoose={setChoice} />
      <MetricChips
        {...{ metrics, chosen: shown }}
        onChoose={setChosen}
        onlyOne={split !== 'NO_SPLIT'}
      />
      <div class="stats-bar">
        <Select
          label={t('splitLabel')}
          value={split}
          onChange={setSplit}
          options={SPLITS.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
        />
        <Select
          label={t('contentLabel')}
          value={content}
          onChange={setContent}
          options={[
            { value: 'ALL', label: t('contentAll') },
            { value: 'ORGANIC', label: t('contentOrganic') },
            { value: 'PAID', label: t('contentPaid') },
          ]}
        />
      </div>
      {error && <Problem {...rest} error={error} onRetry={refresh} />}
      {!reply && !error && <Skeleton height="260px" />}
      {reply && (
        <>
          <Totals {...{ whole, metrics: shown, period, before }} />
          <FigureView
            {...{ figure, isTable }}
            onTable={setTable}
            fileName={`pinterest-${content === 'ALL' ? '' : `${content.toLowerCase()}-`}${period.from}-${period.to}`}
          />
          <MetricWords metrics={shown} />
          <Honesty
            {...{ statuses, readAt, isBusy }}
            onRefresh={refresh}
            note={before || choice.comparison === 'none' ? null : t('compareTooOld')}
          />
        </>
      )}
    </section>
  );
  return (
    <>
      {overview}
      <AfterPaint when={isRead}>{below}</AfterPaint>
    </>
  );
}

interface Numbers {
  whole: Part['table'];
  metrics: readonly string[];
  period: Period;
  before: Period | null;
}

/** The sums, each with its change. */
function Totals({ whole, metrics, period, before }: Numbers) {
  const table = tableOf(whole, period, spanOf(period, before));
  return (
    <dl class="stats-totals">
      {metrics.map((metric) => {
        const total = totalOf(table, metric);
        const now = { table: whole, period };
        const then = before && totalBefore(metric, now, { table: whole, period: before });
        const change = changeOf(total, then);
        return (
          <div key={metric}>
            <dt class="tiny muted">{metricLabel(metric)}</dt>
            <dd class={metrics.length > 3 ? 'stats-total-small num' : 'stats-total num'}>
              {valueText(total, metric)} <Change {...{ change, metric }} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
