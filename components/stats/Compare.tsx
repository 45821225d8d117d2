import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { AnalyticsMetrics } from '../../lib/pinterest/types-analytics';
import { figureOf, lineOf } from '../../lib/stats/figure';
import { inOrder, metricRow } from '../../lib/stats/metrics';
import { readPinNumbers } from '../../lib/stats/pin-numbers';
import { findPins, unknownPin, type PinRow } from '../../lib/stats/pins';
import { metricsIn, totalOf } from '../../lib/stats/tables';
import { metricLabel, valueText } from '../../lib/stats/words';
import { Skeleton } from '../ui/Skeleton';
import { FigureView } from './FigureView';
import { MetricChips } from './MetricChips';
import { NumberTable } from './NumberTable';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { Problem } from './Problem';
import type { StatsProps } from './stats-props';
import { useSame } from './use-same';

/** Two to five pins side by side: a line each, and a table of all they have in common. */
export function Compare({ pinIds: chosen, ...props }: StatsProps & { pinIds: readonly string[] }) {
  const pinIds = useSame(chosen);
  const { ask, now } = props;
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const [isTable, setTable] = useState(false);
  const [metric, setMetric] = useState('IMPRESSION');
  const [pins, setPins] = useState<ReadonlyMap<string, PinRow>>(new Map());
  const [numbers, setNumbers] = useState<ReadonlyMap<string, AnalyticsMetrics>>(new Map());
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  const period = useSame(periodOf(choice, now));
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    Promise.all([
      findPins(ask, pinIds, setPins, signal),
      readPinNumbers(ask, pinIds, period, setNumbers, { signal }),
    ]).catch((met: unknown) => signal.aborted || setError(toAppError(met)));
    return () => shown.abort();
  }, [ask, pinIds, period, tries]);
  const nameOf = useCallback(
    (id: string) => (pins.get(id) ?? unknownPin(id)).title || t('outboxUntitled'),
    [pins],
  );
  const metrics = inOrder([...numbers.values()].flatMap(metricsIn));
  const figure = useMemo(() => {
    const tables = pinIds.map((id) => numbers.get(id) ?? {});
    const lines = tables.map((table, at) => {
      const id = pinIds[at] ?? '';
      return lineOf(table, metric, period, { key: id, label: nameOf(id) });
    });
    return figureOf(
      t('chartTitle', metricLabel(metric), period.from, period.to),
      period,
      lines,
      tables,
    );
  }, [numbers, nameOf, metric, pinIds, period]);
  return (
    <section class="stats-part" aria-label={t('compareTitle')}>
      <h2>{t('compareTitle')}</h2>
      <PeriodBar {...{ choice, now }} hasComparison={false} onChoose={setChoice} />
      {error && <Problem {...props} error={error} onRetry={() => setTries(tries + 1)} />}
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
                ...metrics.map((name) => valueText(totalOf(numbers.get(id) ?? {}, name), name)),
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}
