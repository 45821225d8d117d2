import type { ComponentChildren } from 'preact';

import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface FormDialogProps {
  title: string;
  /** What its button says. */
  action: string;
  onSave: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** Asks for words, which Enter or the button sends. */
export function FormDialog({ title, action, onSave, onClose, children }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="library-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
        <p class="library-dialog-foot">
          <Button onClick={onClose}>{t('actionCancel')}</Button>
          <Button kind="primary" type="submit">
            {action}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
