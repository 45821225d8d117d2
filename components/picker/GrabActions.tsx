import { useState } from 'preact/hooks';

import { errorText } from '../../lib/error-text';
import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface GrabActionsProps {
  /** Lists what videos and canvases show; gives how many there are. */
  onFrames: () => Promise<number>;
  onRegion: () => void;
}

/** Pictures that have no address: a part of the screen, the frame of a video, a drawing. */
export function GrabActions({ onFrames, onRegion }: GrabActionsProps) {
  const [isBusy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const list = async () => {
    setBusy(true);
    setEmpty(false);
    setError(null);
    try {
      setEmpty((await onFrames()) === 0);
    } catch (cause) {
      setError(toAppError(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="picker-grab">
      <Button onClick={onRegion}>{t('regionChoose')}</Button>
      <Button busy={isBusy} onClick={() => void list()}>
        {t('framesList')}
      </Button>
      <p class="tiny muted" role="status">
        {isEmpty && t('framesNone')}
        {error && errorText(error).what}
      </p>
    </div>
  );
}
