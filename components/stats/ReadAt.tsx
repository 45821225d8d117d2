import { useEffect, useState } from 'preact/hooks';

import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import { Button } from '../ui/Button';

/** How often the age is told anew: a panel may stay open for hours. */
const TELL_MS = 60_000;

interface ReadAtProps {
  /** When Pinterest was asked for the oldest of what is shown, ms of UTC; 0 where nothing is. */
  readAt: number;
  isBusy: boolean;
  onRefresh: () => void;
}

/** How old numbers are, and a button that has them read again. */
export function ReadAt({ readAt, isBusy, onRefresh }: ReadAtProps) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TELL_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="tiny muted stats-read-at">
      {readAt > 0 && t('statsReadAt', formatAgo(readAt, Math.max(readAt, now)))}{' '}
      <Button kind="plain" busy={isBusy} onClick={onRefresh}>
        {t('statsRefresh')}
      </Button>
    </p>
  );
}
