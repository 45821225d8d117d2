import './RecentPins.css';
import { formatAgo, formatCompact } from '../../lib/format';
import { t } from '../../lib/i18n';
import { createdAtOf } from '../../lib/stats/created-at';
import type { PinStats } from '../../lib/stats/types';
import { Picture } from '../ui/Picture';
import { Skeleton } from '../ui/Skeleton';

interface RecentPinsProps {
  pins: readonly PinStats[];
  loading: boolean;
  now: number;
  siteUrl: string;
}

/** The newest pins, each with its numbers of the last 30 days. */
export function RecentPins({ pins, loading, now, siteUrl }: RecentPinsProps) {
  if (loading && pins.length === 0) return <Skeleton height="180px" />;
  if (pins.length === 0) return <p class="empty muted">{t('recentPinsEmpty')}</p>;
  return (
    <ul>
      {pins.map((pin) => (
        <li key={pin.pinId}>
          <a
            class="recent-pin"
            href={`${siteUrl}/pin/${pin.pinId}/`}
            target="_blank"
            rel="noreferrer"
          >
            <Picture url={pin.imageUrl} class="outbox-picture" />
            <span class="grow">
              <span class="outbox-title cut recent-line">{pin.title || t('outboxUntitled')}</span>
              <span class="tiny faint">
                {[pin.boardName, formatAgo(createdAtOf(pin), now)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Numbers numbers={pin.numbers} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Numbers({ numbers }: Pick<PinStats, 'numbers'>) {
  if (!numbers) return <span class="tiny faint">{t('statsNotCounted')}</span>;
  const { IMPRESSION, SAVE, OUTBOUND_CLICK } = numbers;
  return (
    <span class="small num recent-numbers">
      <span aria-hidden="true">
        {[IMPRESSION, SAVE, OUTBOUND_CLICK].map(formatCompact).join(' · ')}
      </span>
      <span class="spoken">
        {t(
          'recentNumbers',
          formatCompact(IMPRESSION),
          formatCompact(SAVE),
          formatCompact(OUTBOUND_CLICK),
        )}
      </span>
    </span>
  );
}
