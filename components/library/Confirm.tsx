import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface ConfirmProps {
  title: string;
  words: string;
  action: string;
  onDone: (isWanted: boolean) => void;
}

/** Asks before what takes much with it. */
export function Confirm({ title, words, action, onDone }: ConfirmProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <Dialog title={title} onClose={() => onDone(false)}>
      <p>{words}</p>
      <p class="muted">{t('deleteWaits')}</p>
      <p class="library-dialog-foot">
        <Button buttonRef={cancel} onClick={() => onDone(false)}>
          {t('actionCancel')}
        </Button>
        <Button kind="primary" onClick={() => onDone(true)}>
          {action}
        </Button>
      </p>
    </Dialog>
  );
}
