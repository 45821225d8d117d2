import './Ask.css';
import { useEffect, useRef } from 'preact/hooks';

import { errorText } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface AskAgainProps {
  /** What was pinned before, and when. */
  error: AppError;
  onAgain: () => void;
  onCancel: () => void;
}

/** Asks once where the same picture was pinned before, with the day and the board; Enter pins it again. */
export function AskAgain({ error, onAgain, onCancel }: AskAgainProps) {
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), [error]);
  return (
    <fieldset class="composer-ask">
      <legend class="small">{errorText(error).what}</legend>
      <Button buttonRef={again} onClick={onAgain}>
        {t('pinAgain')}
      </Button>
      <Button onClick={onCancel}>{t('actionCancel')}</Button>
    </fieldset>
  );
}
