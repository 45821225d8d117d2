import './StatsStrip.css';
import { errorText } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { formatCompact } from '../../lib/format';
import { t } from '../../lib/i18n';
import { METRICS } from '../../lib/stats/metrics';
import type { MetricSummary, StatsSummary } from '../../lib/stats/types';
import { Skeleton } from '../ui/Skeleton';
import { Sparkline } from '../ui/Sparkline';
import { Change } from './Change';

interface StatsStripProps {
  summary: StatsSummary | null;
  status: 'idle' | 'loading' | 'ready' | 'failed';
  error: AppError | null;
}

/** Three numbers of the last 30 days, against the 30 before. */
export function StatsStrip({ summary, status, error }: StatsStripProps) {
  if (status === 'failed' && error) {
    return <p class="stats-strip-error tiny muted">{errorText(error).what}</p>;
  }
  return (
    <section class="stats-strip" aria-label={t('statsStrip')} aria-busy={status === 'loading'}>
      {METRICS.map(({ metric, labelKey }) => (
        <div class="stats-cell" key={metric}>
          <span class="tiny muted">{t(labelKey)}</span>
          <Figure summary={summary?.metrics.find((each) => each.metric === metric) ?? null} />
        </div>
      ))}
    </section>
  );
}

function Figure({ summary }: { summary: MetricSummary | null }) {
  if (!summary) return <Skeleton height="38px" />;
  if (summary.total === null) return <span class="tiny faint">{t('statsNotCounted')}</span>;
  return (
    <>
      <span class="stats-line">
        <span class="stats-number num">{formatCompact(summary.total)}</span>
        <Change change={summary.change} />
      </span>
      <Sparkline values={summary.daily} estimated={summary.estimatedDays} />
    </>
  );
}
