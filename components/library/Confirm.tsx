import { useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface ConfirmProps {
  title: string;
  words: string;
  /** What it is about, where it is about several. */
  names?: readonly string[];
  /** Whether something is deleted by it. */
  deletes?: boolean;
  action: string;
  onDone: (isWanted: boolean) => void;
}

/** Names that are read before it is clear what is meant. */
const SHOWN = 5;

/** Asks before what takes much with it. */
export function Confirm({ title, words, names, deletes, action, onDone }: ConfirmProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <Dialog title={title} onClose={() => onDone(false)}>
      {names && (
        <ul class="library-names small">
          {names.slice(0, SHOWN).map((name, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two may be called alike
            <li key={at} class="cut" dir="auto">
              {name}
            </li>
          ))}
          {names.length > SHOWN && <li aria-hidden="true">…</li>}
        </ul>
      )}
      <p>{words}</p>
      {deletes && <p class="muted">{t('deleteWaits')}</p>}
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
