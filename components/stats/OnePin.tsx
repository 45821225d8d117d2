import { useMemo, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { chartOf } from '../../lib/stats/figure';
import { metricRow, metricsAt } from '../../lib/stats/metrics';
import { withoutUncounted } from '../../lib/stats/old-pins';
import { comparedWith, type Period } from '../../lib/stats/periods';
import { METRICS_OF_ANY_PIN } from '../../lib/stats/pin-numbers';
import { isAboutOnePin, pinRowOf, unknownPin, type PinRow } from '../../lib/stats/pins';
import {
  mergeParts,
  metricsIn,
  partsOf,
  statusesIn,
  unsplit,
  type Part,
} from '../../lib/stats/tables';
import { Skeleton } from '../ui/Skeleton';
import { FigureView } from './FigureView';
import { Honesty } from './Honesty';
import { MetricChips } from './MetricChips';
import { MetricWords } from './MetricWords';
import { PeriodBar, periodOf, USUAL_CHOICE, type PeriodChoice } from './PeriodBar';
import { OwnFigures, PinHead, Retention, Sums } from './PinFacts';
import { Problem } from './Problem';
import { Select } from './Select';
import type { StatsProps } from './stats-props';
import { useSame } from './use-same';
import { useStats } from './use-stats';

type Split = 'NO_SPLIT' | 'APP_TYPE';

/** All that Pinterest tells of one pin. */
export function OnePin({ pinId, ...props }: StatsProps & { pinId: string }) {
  const { now } = props;
  const [choice, setChoice] = useState<PeriodChoice>({ ...USUAL_CHOICE, comparison: 'none' });
  const [isTable, setTable] = useState(false);
  const [chosen, setChosen] = useState<string[]>(['IMPRESSION']);
  const [split, setSplit] = useState<Split>('NO_SPLIT');
  const period = useSame(periodOf(choice, now));
  const before = useSame(
    choice.comparison === 'none' ? null : comparedWith(period, choice.comparison, now),
  );
  const { pin, isUnread, itself, its, earlier, age } = useOnePin(props, pinId, {
    period,
    before,
    split,
  });
  const { reply, error, refresh } = its;
  const parts = useMemo(() => (split === 'NO_SPLIT' ? [] : partsOf(reply ?? {})), [reply, split]);
  const table = useMemo(
    () => knownOf(split === 'NO_SPLIT' ? unsplit(reply ?? {}) : mergeParts(parts), pin),
    [reply, parts, split, pin],
  );
  const held = useMemo(
    () => before && earlier.reply && { period: before, table: unsplit(earlier.reply) },
    [before, earlier.reply],
  );
  const metrics = metricsIn(table);
  const shown = useSame(split === 'NO_SPLIT' ? chosen : chosen.slice(0, 1));
  const title = pin?.title || t('outboxUntitled');
  const figure = useMemo(
    () =>
      chartOf({
        title: t('chartTitle', title, period.from, period.to),
        table,
        parts,
        metrics: shown,
        period,
        before: held,
      }),
    [table, parts, shown, period, held, title],
  );
  const problem = (isUnread ? null : itself.error) ?? error ?? earlier.error;
  const retry = problem === itself.error ? itself.refresh : error ? refresh : earlier.refresh;
  return (
    <section class="stats-part" aria-label={title} aria-busy={age.isBusy}>
      {pin && <PinHead pin={pin} siteUrl={props.siteUrl} />}
      {isUnread && <p class="small muted">{t('pinUnread')}</p>}
      <PeriodBar {...{ choice, now }} onChoose={setChoice} />
      {problem && <Problem {...props} error={problem} onRetry={retry} />}
      {!reply && !problem && <Skeleton height="260px" />}
      {reply && (
        <>
          <MetricChips
            metrics={metrics.filter((name) => !metricRow(name)?.isLifetime)}
            chosen={shown}
            onChoose={setChosen}
            onlyOne={split !== 'NO_SPLIT'}
          />
          <Select<Split>
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
          <Sums {...{ table, period }} before={held} />
          <MetricWords metrics={metrics} />
          {pin?.isVideo && <Retention table={table} />}
          {pin?.isOld && <p class="tiny muted">{t('pinOld')}</p>}
          {pin && <OwnFigures pin={pin} />}
          <Honesty
            statuses={statusesIn(table, period)}
            {...age}
            note={before || choice.comparison === 'none' ? null : t('compareTooOld')}
          />
        </>
      )}
    </section>
  );
}

interface Asked {
  period: Period;
  before: Period | null;
  split: Split;
}

/**
 * A pin and its numbers. Those of what the period is held against are asked for by themselves: a pin's sums may come without
 * days to take them apart by. The numbers of a pin that Pinterest does not show are asked for all the same.
 */
function useOnePin({ ask }: StatsProps, pinId: string, { period, before, split }: Asked) {
  const itself = useStats(ask, 'pins/get', { pin_id: pinId, pin_metrics: true });
  const known = useMemo(() => (itself.reply ? pinRowOf(itself.reply) : null), [itself.reply]);
  const isUnread = !known && isAboutOnePin(itself.error);
  const isReady = known !== null || isUnread;
  const question = (days: Period) => ({
    pin_id: pinId,
    start_date: days.from,
    end_date: days.to,
    metric_types: metricsOf(known),
  });
  const its = useStats(
    ask,
    'pins/analytics',
    isReady
      ? { ...question(period), ...(split === 'NO_SPLIT' ? {} : { split_field: split }) }
      : null,
  );
  const earlier = useStats(ask, 'pins/analytics', isReady && before ? question(before) : null);
  const all = [itself, its, earlier];
  const age = {
    readAt: Math.min(...all.map(({ readAt }) => readAt || Infinity)),
    isBusy: all.some(({ isBusy }) => isBusy),
    onRefresh: () => all.forEach(({ refresh }) => refresh()),
  };
  return { pin: isUnread ? unknownPin(pinId) : known, isUnread, itself, its, earlier, age };
}

/** A pin's numbers, but for zeros of what Pinterest did not count when it was made. */
const knownOf = (table: Part['table'], pin: PinRow | null): Part['table'] =>
  pin?.isOld ? withoutUncounted(table) : table;

/** What is asked: of an image, video metrics are refused, and so are an image's of a video. */
function metricsOf(pin: PinRow | null) {
  if (!pin) return METRICS_OF_ANY_PIN;
  return metricsAt(pin.isVideo ? 'videoPin' : 'pin');
}
