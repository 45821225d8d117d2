import { formatNumber, t } from '../../lib/i18n';
import type { BroughtBack } from '../../lib/storage/late-items';
import { Notice } from '../ui/Notice';

/** Says that the browser emptied Tack's databases, what came back of them, and what is to be done. */
export function BroughtBackNotice({
  jobs,
  drafts,
  left,
  onDismiss,
}: BroughtBack & { onDismiss: () => void }) {
  return (
    <Notice
      what={t('broughtBack')}
      todo={
        <>
          {t('broughtBackTodo', formatNumber(jobs), formatNumber(drafts))}
          {left > 0 && <> {t('broughtBackLeft', formatNumber(left))}</>}
        </>
      }
      onDismiss={onDismiss}
    />
  );
}
