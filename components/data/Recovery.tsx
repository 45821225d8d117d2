import './Data.css';
import { useCallback, useEffect, useState } from 'preact/hooks';

import { errorText } from '../../lib/error-text';
import { toAppError, type AppError } from '../../lib/errors';
import { t, tn } from '../../lib/i18n';
import { send } from '../../lib/messages/send';
import { createDataStore, download } from '../../lib/state/data';
import { inspect, mend, type Inspected } from '../../lib/state/recovery';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';

/** What of the outbox can be read and what can't, a file of all of it, and a way to go on without the broken part. */
export function Recovery({ onMended }: { onMended: () => void }) {
  const [data] = useState(() => createDataStore(send, download));
  const busy = useStore(data, (state) => state.busy);
  const exportError = useStore(data, (state) => state.error);
  const [parts, setParts] = useState<readonly Inspected[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const look = useCallback(() => {
    setError(null);
    void inspect().then(setParts, (problem: unknown) => setError(toAppError(problem)));
  }, []);
  useEffect(look, [look]);
  const setAside = async (part: Inspected) => {
    try {
      await mend(part);
      look();
      onMended();
    } catch (problem) {
      setError(toAppError(problem));
    }
  };
  const shown = error ?? exportError;
  return (
    <section class="recovery" aria-label={t('recoveryTitle')}>
      <h2>{t('recoveryTitle')}</h2>
      <p class="muted">{t('recoveryWords')}</p>
      <p>
        <Button
          kind="primary"
          busy={busy === 'export'}
          onClick={() => void data.getState().saveRaw()}
        >
          {t('recoveryExport')}
        </Button>
      </p>
      {shown && (
        <ErrorNotice
          error={shown}
          onAction={() => (exportError ? void data.getState().saveRaw() : look())}
        />
      )}
      {parts === null ? (
        <Skeleton height="120px" />
      ) : (
        parts.map((part) => (
          <Part key={part.database} part={part} onSetAside={() => void setAside(part)} />
        ))
      )}
    </section>
  );
}

const names = {
  'tack-jobs': 'recoveryJobs',
  'tack-drafts': 'recoveryDrafts',
  'tack-history': 'recoveryHistory',
  'tack-changes': 'recoveryChanges',
  'tack-choices': 'recoveryChoices',
} as const;

function Part({ part, onSetAside }: { part: Inspected; onSetAside: () => void }) {
  const { database, state, readable, unreadable, error } = part;
  const [sure, setSure] = useState(false);
  return (
    <div class="recovery-part">
      <h3>{t(names[database])}</h3>
      <p class="num">{tn('recoveryReadable', readable)}</p>
      {unreadable.length > 0 && (
        <>
          <p class="num">{tn('recoveryUnreadable', unreadable.length)}</p>
          <ul class="small muted data-names">
            {unreadable.slice(0, 50).map((key) => (
              <li key={key}>{key}</li>
            ))}
          </ul>
        </>
      )}
      {error && <p class="muted">{errorText(error).what}</p>}
      {state === 'newer' && <p>{errorText({ code: 'storage/newer', data: { key: '' } }).what}</p>}
      {(state === 'broken' || state === 'rows') && (
        <p>
          {sure ? (
            <Button onClick={onSetAside}>
              {t(state === 'broken' && readable === 0 ? 'recoveryLose' : 'recoverySure')}
            </Button>
          ) : (
            <Button onClick={() => setSure(true)}>
              {t(state === 'broken' ? 'recoveryAsideAll' : 'recoveryAsideRows')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
