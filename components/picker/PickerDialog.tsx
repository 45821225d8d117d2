import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Picker, type PickerProps } from './Picker';

interface PickerDialogProps extends PickerProps {
  /** Shows the pictures where there is more room. */
  onLarger: () => void;
  onClose: () => void;
}

/** The page's pictures in a dialog over the popup. */
export function PickerDialog({ onLarger, onClose, ...picker }: PickerDialogProps) {
  return (
    <Dialog title={t('imageChoose')} onClose={onClose}>
      <Picker {...picker} />
      <Button kind="plain" onClick={onLarger}>
        {t('pickerLarger')}
      </Button>
    </Dialog>
  );
}
