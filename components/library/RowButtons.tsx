import { t } from '../../lib/i18n';
import { IconButton } from '../ui/Button';
import { DeleteIcon, EditIcon } from '../ui/icons';

interface RowButtonsProps {
  /** What the row is about. */
  name: string;
  /** Null where it can't be changed. */
  onEdit: (() => void) | null;
  /** Null where it can't be deleted. */
  onDelete: (() => void) | null;
}

/** The buttons at the end of a board's or a pin's row: each named by what it is done to. */
export function RowButtons({ name, onEdit, onDelete }: RowButtonsProps) {
  return (
    <>
      {onEdit && (
        <IconButton label={`${t('actionEdit')}: ${name}`} onClick={onEdit}>
          <EditIcon />
        </IconButton>
      )}
      {onDelete && (
        <IconButton label={`${t('actionDelete')}: ${name}`} onClick={onDelete}>
          <DeleteIcon />
        </IconButton>
      )}
    </>
  );
}
