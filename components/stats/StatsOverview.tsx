import './StatsOverview.css';
import { useState } from 'preact/hooks';

import { formatDay } from '../../lib/format';
import { formatNumber, t } from '../../lib/i18n';
import { METRICS } from '../../lib/stats/metrics';
import { datesOf } from '../../lib/stats/periods';
import type { StatsSummary, StripMetric } from '../../lib/stats/types';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { Change } from './Change';
import { DailyChart } from './DailyChart';

/** One metric of the account: its sum, its change, and a day each, as a chart or a table. */
export function StatsOverview({ summary }: { summary: StatsSummary | null }) {
  const [metric, setMetric] = useState<StripMetric>('IMPRESSION');
  const [asTable, setAsTable] = useState(false);
  if (!summary) return <Skeleton height="240px" />;
  const figures = summary.metrics.find((each) => each.metric === metric);
  if (!figures) return null;
  const dates = datesOf(summary);
  const label = t(METRICS.find((row) => row.metric === metric)?.labelKey ?? 'metricImpressions');
  const period = t('statsPeriod', label, formatDay(summary.from), formatDay(summary.to));
  return (
    <section class="stats-overview" aria-label={period}>
      <Segmented
        label={t('statsMetric')}
        value={metric}
        onChange={setMetric}
        options={METRICS.map((row) => ({ value: row.metric, label: t(row.labelKey) }))}
      />
      <p class="tiny muted">{period}</p>
      <p class="stats-total num">
        {figures.total === null ? t('statsNotCounted') : formatNumber(figures.total)}{' '}
        <Change change={figures.change} />
      </p>
      {asTable ? (
        <table class="stats-table num">
          <tbody>
            {dates.map((date, index) => (
              <tr key={date}>
                <th scope="row">{date}</th>
                <td>
                  {figures.daily[index] == null
                    ? t('statsNotCounted')
                    : formatNumber(figures.daily[index])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <DailyChart
          dates={dates}
          values={figures.daily}
          estimated={figures.estimatedDays}
          label={period}
        />
      )}
      <p class="tiny faint">
        {t('statsLegend')}{' '}
        <Button kind="plain" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'statsAsChart' : 'statsAsTable')}
        </Button>
      </p>
    </section>
  );
}
