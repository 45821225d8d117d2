import { errorText } from '../../lib/error-text';
import type { AppError } from '../../lib/errors';
import { formatNumber, t } from '../../lib/i18n';

export interface UnreadProps {
  error: AppError;
  /** How many boards there are all the same; `sections` where it is a board's sections that are not there. */
  known: number | 'sections';
}

/** Says that boards or sections could not be read, and why. The words of errors are loaded when there is one. */
export function Unread({ error, known }: UnreadProps) {
  const { what } = errorText(error);
  if (known === 'sections') return <>{t('sectionsUnread', what)}</>;
  return (
    <>{known === 0 ? t('boardsUnread', what) : t('boardsBroken', formatNumber(known), what)}</>
  );
}
