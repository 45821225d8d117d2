import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import type { AnalyticsMetrics } from '../../lib/pinterest/types-analytics';
import { figureOf, lineOf, partLine } from '../../lib/stats/figure';
import { inOrder, metricRow, metricsAt } from '../../lib/stats/metrics';
import { withoutUncounted } from '../../lib/stats/old-pins';
import type { Period } from '../../lib/stats/periods';
import { readPinNumbers } from '../../lib/stats/pin-numbers';
import { findPins, unknownPin, type PinRow } from '../../lib/stats/pins';
import { metricsIn, totalOf } from '../../lib/stats/tables';
import { metricLabel, valueText } from '../../lib/stats/words';
import { Skeleton } from '../ui/Skeleton';
import { FigureView } from './FigureView';
import { MetricChips } from './MetricChips';
import { MetricWords } from './MetricWords';
import { NumberTable } from './NumberTable';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { Problem } from './Problem';
import { ReadAt } from './ReadAt';
import type { StatsProps } from './stats-props';
import { useSame } from './use-same';

/** Two to five pins side by side: a line each, and a table of all they have in common. */
export function Compare({ pinIds: chosen, ...props }: StatsProps & { pinIds: readonly string[] }) {
  const pinIds = useSame(chosen);
  const { ask, now } = props;
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const [isTable, setTable] = useState(false);
  const [metric, setMetric] = useState('IMPRESSION');
  const period = useSame(periodOf(choice, now));
  const { pins, numbers, readAt, isBusy, error, load } = useCompared(ask, pinIds, period);
  const nameOf = useCallback(
    (id: string) => (pins.get(id) ?? unknownPin(id)).title || t('outboxUntitled'),
    [pins],
  );
  const tableOf = (id: string) => {
    const table = numbers.get(id) ?? {};
    return pins.get(id)?.isOld ? withoutUncounted(table) : table;
  };
  const metrics = inOrder([...numbers.values()].flatMap(metricsIn));
  const figure = useMemo(() => {
    const tables = pinIds.map((id) => numbers.get(id) ?? {});
    const lines = tables.map((table, at) => {
      const id = pinIds[at] ?? '';
      return lineOf(table, metric, period, partLine(metric, id, nameOf(id)));
    });
    return figureOf(
      t('chartTitle', metricLabel(metric), period.from, period.to),
      period,
      lines,
      tables,
    );
  }, [numbers, nameOf, metric, pinIds, period]);
  return (
    <section class="stats-part" aria-label={t('compareTitle')} aria-busy={isBusy}>
      <h2>{t('compareTitle')}</h2>
      <PeriodBar {...{ choice, now }} hasComparison={false} onChoose={setChoice} />
      {error && <Problem {...props} error={error} onRetry={() => load(false)} />}
      {numbers.size === 0 && !error && <Skeleton height="260px" />}
      {numbers.size > 0 && (
        <>
          <MetricChips
            metrics={metrics.filter((name) => !metricRow(name)?.isLifetime)}
            chosen={[metric]}
            onChoose={([first]) => first && setMetric(first)}
            onlyOne
          />
          <FigureView
            {...{ figure, isTable }}
            onTable={setTable}
            fileName={`pinterest-compared-${period.from}-${period.to}`}
          />
          <NumberTable
            label={t('compareTitle')}
            columns={[t('tablePin'), ...metrics.map(metricLabel)]}
            rows={pinIds.map((id) => ({
              key: id,
              cells: [
                nameOf(id),
                ...metrics.map((name) => valueText(totalOf(tableOf(id), name), name)),
              ],
            }))}
          />
          <MetricWords metrics={metrics} />
          <ReadAt {...{ readAt, isBusy }} onRefresh={() => load(true)} />
        </>
      )}
    </section>
  );
}

type Pins = ReadonlyMap<string, PinRow>;
type Numbers = ReadonlyMap<string, AnalyticsMetrics>;

/** The pins and their numbers, as far as they are read: of videos also how far people watched. */
function useCompared(ask: Send, pinIds: readonly string[], period: Period) {
  const [pins, setPins] = useState<Pins>(new Map());
  const [read, setRead] = useState({ ...NOTHING, pinIds, period });
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [tries, setTries] = useState<{ times: number; anew: Period | null }>({
    times: 0,
    anew: null,
  });
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    setBusy(true);
    const load = async () => {
      let found: Pins = new Map();
      const show = (some: Pins) => setPins((found = some));
      // Without their names the numbers are worth as much.
      const unnamed = await findPins(ask, pinIds, show, signal).then(() => null, toAppError);
      const areVideos = pinIds.every((id) => found.get(id)?.isVideo);
      await readPinNumbers(
        ask,
        pinIds,
        period,
        (numbers, readAt) => setRead({ numbers, readAt, pinIds, period }),
        {
          signal,
          refresh: tries.anew === period, // other days are not asked anew as well
          ...(areVideos ? { metrics: metricsAt('videoPin') } : {}),
        },
      );
      if (unnamed) throw unnamed;
    };
    load()
      .catch((met: unknown) => signal.aborted || setError(toAppError(met)))
      .finally(() => signal.aborted || setBusy(false));
    return () => shown.abort();
  }, [ask, pinIds, period, tries]);
  const load = (refresh: boolean) =>
    setTries({ times: tries.times + 1, anew: refresh ? period : null });
  // The numbers of other days never stand in for those that are asked for.
  const isOfThese = read.pinIds === pinIds && read.period === period;
  return { pins, ...(isOfThese ? read : NOTHING), isBusy, error, load };
}

const NOTHING: { numbers: Numbers; readAt: number } = { numbers: new Map(), readAt: 0 };
