import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Granularity, Report } from '../../lib/pinterest/types-ads';
import { adPeriod, isComing, LEVELS } from '../../lib/stats/ads';
import type { Period } from '../../lib/stats/periods';
import { readStats } from '../../lib/stats/read';
import { Button } from '../ui/Button';
import { Problem } from './Problem';
import { Select } from './Select';
import type { AdProps } from './stats-props';

interface ReportOrderProps extends AdProps {
  period: Period;
  granularity: Granularity;
  columns: readonly string[];
}

/** How often Pinterest is asked whether a report is there: soon at first, then every half minute. */
const LOOKS_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Orders a report, which Pinterest makes in its own time, and offers it for download once it is there. */
export function ReportOrder(props: ReportOrderProps) {
  const { ask, now, adAccountId, granularity, columns, onOpenUrl } = props;
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('CAMPAIGN');
  const [format, setFormat] = useState<'CSV' | 'JSON'>('CSV');
  const [token, setToken] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const order = async () => {
    setReport({ report_status: 'IN_PROGRESS' });
    setError(null);
    setToken('');
    const { from, to } = adPeriod(props.period, granularity, now, true);
    const { reply } = await readStats(
      ask,
      'analytics/create_report',
      {
        ad_account_id: adAccountId,
        start_date: from,
        end_date: to,
        granularity,
        columns: [...columns],
        level,
        report_format: format,
      },
      true,
    );
    setToken(reply.token ?? '');
  };
  const fail = (met: unknown) => {
    setError(toAppError(met));
    setReport(null);
  };
  useEffect(() => {
    if (!token) return undefined;
    const shown = new AbortController();
    const { signal } = shown;
    const poll = async () => {
      for (let look = 0; !signal.aborted; look += 1) {
        await new Promise((resolve) =>
          setTimeout(resolve, LOOKS_MS[Math.min(look, LOOKS_MS.length - 1)]),
        );
        if (signal.aborted) return;
        const input = { ad_account_id: adAccountId, token };
        const { reply } = await readStats(ask, 'analytics/get_report', input, true);
        if (!signal.aborted) setReport(reply);
        if (!isComing(reply)) return;
      }
    };
    poll().catch((met: unknown) => signal.aborted || fail(met));
    return () => shown.abort();
  }, [ask, adAccountId, token]);
  const isMade = report !== null && isComing(report);
  return (
    <section class="stats-list" aria-label={t('reportTitle')}>
      <h3>{t('reportTitle')}</h3>
      <div class="stats-bar">
        <Select
          label={t('reportLevel')}
          value={level}
          onChange={setLevel}
          options={LEVELS.map((value) => ({ value, label: t(`reportLevel_${value}`) }))}
        />
        <Select
          label={t('reportFormat')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'CSV', label: 'CSV' },
            { value: 'JSON', label: 'JSON' },
          ]}
        />
        <Button busy={isMade} onClick={() => void order().catch(fail)}>
          {t('reportOrder')}
        </Button>
      </div>
      {error && <Problem {...props} error={error} onRetry={() => void order().catch(fail)} />}
      <p class="small" role="status">
        {isMade && t('reportComing')}
        {report &&
          !isMade &&
          report.report_status !== 'FINISHED' &&
          t('reportFailed', report.report_status ?? '')}
        {report?.report_status === 'FINISHED' && t('reportReady')}
      </p>
      {report?.report_status === 'FINISHED' && report.url && (
        <Button onClick={() => onOpenUrl(report.url ?? '')}>{t('reportDownload')}</Button>
      )}
    </section>
  );
}
