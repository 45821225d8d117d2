import { useState } from 'preact/hooks';

import { makeReport, reportText, type Report } from '../../lib/diagnostics/report';
import { toAppError, type AppError } from '../../lib/errors';
import { formatAgo } from '../../lib/format';
import { formatNumber, t, tn } from '../../lib/i18n';
import type { Send } from '../../lib/messages/create-send';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';

interface DiagnosticsProps {
  /** Asks the background. */
  ask: Send;
  onCopy: (text: string) => Promise<void>;
}

/** How Tack is, in words, and as a text to give to somebody who helps. */
export function Diagnostics({ ask, onCopy }: DiagnosticsProps) {
  const [report, setReport] = useState<Report | null>(null);
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    setCopied(false);
    setBusy(true);
    await work().catch((problem: unknown) => setError(toAppError(problem)));
    setBusy(false);
  };
  const look = () => attempt(async () => setReport(await makeReport(ask)));
  const copy = (shown: Report) =>
    attempt(async () => {
      await onCopy(reportText(shown));
      setCopied(true);
    });
  return (
    <>
      <p class="sheet-row">
        <Button busy={busy} onClick={() => void look()}>
          {t('diagnosticsLook')}
        </Button>
        {report && <Button onClick={() => void copy(report)}>{t('diagnosticsCopy')}</Button>}
        <span role="status" class="small muted">
          {copied && t('diagnosticsCopied')}
        </span>
      </p>
      {error && <ErrorNotice error={error} onAction={() => void look()} />}
      {report && <Findings report={report} />}
    </>
  );
}

function Findings({ report }: { report: Report }) {
  const { answerMs, errors } = report;
  return (
    <>
      <p>
        {answerMs === null
          ? t('diagnosticsSilent')
          : t('diagnosticsAnswers', formatNumber(answerMs))}{' '}
        {errors.length === 0 ? t('diagnosticsNoErrors') : tn('diagnosticsErrors', errors.length)}
      </p>
      {errors.length > 0 && (
        <ul class="settings-facts">
          {errors.map(({ at, what, code, requestId }) => (
            <li class="settings-fact" key={`${at}${what}`}>
              <span>
                <code>{code}</code> <code class="faint small">{what}</code>
                {requestId && <code class="faint tiny"> {requestId}</code>}
              </span>
              <span class="faint small">{formatAgo(at, Date.parse(report.at))}</span>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('diagnosticsReport')}</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls takes the keyboard */}
        <pre class="settings-report" tabIndex={0}>
          {reportText(report)}
        </pre>
      </details>
    </>
  );
}
