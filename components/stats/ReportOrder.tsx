import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { Granularity, Report } from '../../lib/pinterest/types-ads';
import { adPeriod, isComing, LEVELS } from '../../lib/stats/ads';
import type { Period } from '../../lib/stats/periods';
import { orderedReport, orderReport, readReport } from '../../lib/stats/report';
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

/** Orders a report, which Pinterest makes in its own time, and opens it once it is there. */
export function ReportOrder(props: ReportOrderProps) {
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('CAMPAIGN');
  const [format, setFormat] = useState<'CSV' | 'JSON'>('CSV');
  const { report, error, order, open, lookAgain } = useReport(props);
  const isMade = report !== null && isComing(report);
  const { from, to } = adPeriod(props.period, props.granularity, props.now, true);
  const run = () =>
    order({
      start_date: from,
      end_date: to,
      granularity: props.granularity,
      columns: [...props.columns],
      level,
      report_format: format,
    });
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
        <Button busy={isMade} onClick={run}>
          {t('reportOrder')}
        </Button>
      </div>
      {error && <Problem {...props} error={error} onRetry={lookAgain ?? run} />}
      <p class="small" role="status">
        {report && wordsOf(report)}
      </p>
      {report?.report_status === 'FINISHED' && (
        <Button onClick={open}>{t('reportDownload')}</Button>
      )}
    </section>
  );
}

function wordsOf(report: Report): string {
  const { report_status: status = 'IN_PROGRESS' } = report;
  if (isComing(report)) return t('reportComing');
  if (status === 'FINISHED') return t('reportReady');
  const isGone = status === 'EXPIRED' || status === 'DOES_NOT_EXIST';
  return isGone ? t('reportGone') : t('reportFailed', status);
}

type Request = Omit<Parameters<typeof orderReport>[1], 'ad_account_id'>;

/** The report of an ad account: the one that was ordered last, until another one is. */
function useReport({ ask, adAccountId, onOpenUrl }: ReportOrderProps) {
  const [token, setToken] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  const fail = (met: unknown) => {
    setError(toAppError(met));
    setReport(null);
  };
  useEffect(() => void orderedReport(adAccountId).then(setToken), [adAccountId]);
  useEffect(() => {
    if (!token) return undefined;
    setError(null);
    const shown = new AbortController();
    const { signal } = shown;
    const poll = async () => {
      for (let look = 0; !signal.aborted; look += 1) {
        const reply = await readReport(ask, adAccountId, token);
        if (signal.aborted) return;
        setReport(reply);
        if (!isComing(reply)) return;
        await new Promise((resolve) =>
          setTimeout(resolve, LOOKS_MS[Math.min(look, LOOKS_MS.length - 1)]),
        );
      }
    };
    poll().catch((met: unknown) => signal.aborted || fail(met));
    return () => shown.abort();
  }, [ask, adAccountId, token, tries]);
  const order = async (request: Request) => {
    setReport({ report_status: 'IN_PROGRESS' });
    setError(null);
    setToken('');
    const ordered = await orderReport(ask, { ...request, ad_account_id: adAccountId });
    setToken(ordered);
    if (!ordered) setReport({ report_status: 'FAILED' });
  };
  const open = async () => {
    const now = await readReport(ask, adAccountId, token);
    setReport(now);
    if (now.report_status === 'FINISHED' && now.url) onOpenUrl(now.url);
  };
  return {
    report,
    error,
    order: (request: Request) => void order(request).catch(fail),
    /** Asks again how the report is that was ordered; null where none was. */
    lookAgain: token ? () => setTries(tries + 1) : null,
    open: () => void open().catch((met: unknown) => setError(toAppError(met))),
  };
}
