import { useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { eraseAll } from '../../lib/state/erase';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';

/** Erases all of Tack on this computer; asks first, and says what that means. */
export function EraseAll() {
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const erase = async () => {
    setBusy(true);
    try {
      await eraseAll();
      location.reload(); // what is shown is gone
    } catch (problem) {
      setError(toAppError(problem));
      setBusy(false);
    }
  };
  if (!asks) return <Button onClick={() => setAsks(true)}>{t('eraseAll')}</Button>;
  return (
    <div class="data" role="group" aria-label={t('eraseAll')}>
      <p>{t('eraseWords')}</p>
      <p class="data-actions">
        <Button kind="primary" busy={busy} onClick={() => void erase()}>
          {t('eraseYes')}
        </Button>
        <Button onClick={() => setAsks(false)}>{t('actionCancel')}</Button>
      </p>
      {error && <ErrorNotice error={error} onAction={() => void erase()} />}
    </div>
  );
}
