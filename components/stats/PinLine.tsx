import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { PinRow } from '../../lib/stats/pins';
import { formatShort, formatValue, metricLabel, unitOf } from '../../lib/stats/words';
import { Picture } from '../ui/Picture';
import type { PinListProps } from './stats-props';

export interface PinLineProps extends Pick<
  PinListProps,
  'siteUrl' | 'boardName' | 'onOpenPin' | 'compared' | 'onCompare' | 'now'
> {
  pin: PinRow;
  /** Its numbers as they are shown, by metric; null where Pinterest has not counted it yet. */
  numbers: Readonly<Record<string, number | null>> | null;
  /** Stands before it: its place in a list. */
  rank?: number;
}

/** The most pins that are compared at once. */
export const MOST_COMPARED = 5;

/** A pin with its numbers: its name leads to all of them, the arrow to Pinterest, the box puts it beside others. */
export function PinLine(props: PinLineProps) {
  const { pin, numbers, rank, siteUrl, boardName, compared, now } = props;
  const title = pin.title || t('outboxUntitled');
  const about = [boardName(pin.boardId), pin.createdAt > 0 && formatAgo(pin.createdAt, now)];
  const isCompared = compared.includes(pin.id);
  return (
    <div class="pin-line">
      <input
        type="checkbox"
        class="pin-line-box"
        aria-label={t('compareThis', title)}
        title={t('compareThis', title)}
        checked={isCompared}
        disabled={!isCompared && compared.length >= MOST_COMPARED}
        onChange={() => props.onCompare(pin.id)}
      />
      {rank !== undefined && <span class="tiny faint num">{rank}</span>}
      <Picture url={pin.imageUrl} class="pin-line-picture" />
      <span class="grow">
        <button type="button" class="pin-line-title cut" onClick={() => props.onOpenPin(pin.id)}>
          {title}
        </button>
        <span class="tiny faint pin-line-about cut">{about.filter(Boolean).join(' · ')}</span>
      </span>
      <Numbers numbers={numbers} />
      <a
        class="pin-line-out"
        href={`${siteUrl}/pin/${pin.id}/`}
        target="_blank"
        rel="noreferrer"
        aria-label={t('openAtPinterest', title)}
        title={t('openAtPinterest', title)}
      >
        ↗
      </a>
    </div>
  );
}

function Numbers({ numbers }: Pick<PinLineProps, 'numbers'>) {
  const known = Object.entries(numbers ?? {}).filter(([, value]) => value !== null) as [
    string,
    number,
  ][];
  if (known.length === 0) return <span class="tiny faint">{t('statsNotCounted')}</span>;
  return (
    <span class="small num pin-line-numbers">
      {known.map(([metric, value]) => (
        <span key={metric} title={`${metricLabel(metric)}: ${formatValue(value, unitOf(metric))}`}>
          <span aria-hidden="true">{formatShort(value, unitOf(metric))}</span>
          <span class="spoken">
            {metricLabel(metric)}: {formatValue(value, unitOf(metric))}
            {', '}
          </span>
        </span>
      ))}
    </span>
  );
}
