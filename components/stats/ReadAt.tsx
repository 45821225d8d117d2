import { useState } from 'preact/hooks';

import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

interface ReadAtProps {
  /** When Pinterest was asked for the oldest of what is shown, ms of UTC; 0 where nothing is. */
  readAt: number;
  isBusy: boolean;
  onRefresh: () => void;
}

/** How old numbers are, and a button that has them read again. */
export function ReadAt({ readAt, isBusy, onRefresh }: ReadAtProps) {
  const [opened] = useState(Date.now);
  return (
    <p class="tiny muted stats-read-at">
      {readAt > 0 && t('statsReadAt', formatAgo(readAt, Math.max(readAt, opened)))}{' '}
      <Button kind="plain" busy={isBusy} onClick={onRefresh}>
        {t('statsRefresh')}
      </Button>
    </p>
  );
}
