import './StatsStrip.css';
import { useEffect, useState } from 'preact/hooks';

import type { AccountView } from '../../lib/auth/types';
import { errorText } from '../../lib/error-text';
import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import type { MetricName } from '../../lib/stats/metrics';
import { missingOf } from '../../lib/stats/missing';
import { loadStrip, type StripFigure } from '../../lib/stats/strip';
import { formatShort, formatValue, metricLabel, unitOf } from '../../lib/stats/words';
import { Skeleton } from '../ui/Skeleton';
import { Sparkline } from '../ui/Sparkline';
import { Change } from './Change';

const METRICS = ['IMPRESSION', 'SAVE', 'OUTBOUND_CLICK'] as const satisfies MetricName[];

/** Three numbers of the last 30 days, against the 30 before: at once from the session, then by at most one request. */
export function StatsStrip({ ask, account }: { ask: Send; account: AccountView | null }) {
  const [figures, setFigures] = useState<StripFigure[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(true);
  useEffect(() => {
    const shown = new AbortController();
    const show = (read: StripFigure[]) => {
      if (!shown.signal.aborted) setFigures(read);
    };
    loadStrip(ask, METRICS, show)
      .catch((met: unknown) => setError(toAppError(met)))
      .finally(() => setBusy(false));
    return () => shown.abort();
  }, [ask]);
  if (error && !figures)
    return <p class="stats-strip-error tiny muted">{reasonOf(error, account)}</p>;
  return (
    <section class="stats-strip" aria-label={t('statsStrip')} aria-busy={isBusy}>
      {METRICS.map((metric, index) => (
        <div class="stats-cell" key={metric}>
          <span class="tiny muted">{metricLabel(metric)}</span>
          <Figure metric={metric} figure={figures?.[index] ?? null} />
        </div>
      ))}
    </section>
  );
}

/** In one sentence; the side panel says as well what can be done. */
function reasonOf(error: AppError, account: AccountView | null): string {
  const missing = missingOf(error, account);
  if (missing === 'personal') return t('missingPersonal');
  return missing === 'access' ? t('missingAccess') : errorText(error).what;
}

function Figure({ metric, figure }: { metric: MetricName; figure: StripFigure | null }) {
  if (!figure) return <Skeleton height="38px" />;
  const { total, change, daily, openTail } = figure;
  if (total === null) return <span class="tiny faint">{t('statsNotCounted')}</span>;
  return (
    <>
      <span class="stats-line">
        <span class="stats-number num" title={formatValue(total, unitOf(metric))}>
          {formatShort(total, unitOf(metric))}
        </span>
        <Change {...{ change, metric }} />
      </span>
      <Sparkline values={daily} estimated={openTail} />
    </>
  );
}
