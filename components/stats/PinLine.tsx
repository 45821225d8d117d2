import { formatAgo } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { PinRow } from '../../lib/stats/pins';
import { formatShort, metricLabel, unitOf, valueText } from '../../lib/stats/words';
import { Picture } from '../ui/Picture';
import type { PinListProps } from './stats-props';

export interface PinLineProps extends Pick<
  PinListProps,
  'siteUrl' | 'boardName' | 'onOpenPin' | 'compared' | 'onCompare' | 'now'
> {
  pin: PinRow;
  /** Its numbers as they are shown, by metric; null where there are none. */
  numbers: Readonly<Record<string, number | null>> | null;
  /** Why there are none, where it is not that Pinterest has not counted it yet; `never` where it counts none of the account's. */
  missing?: 'coming' | 'unread' | 'never' | undefined;
  /** It comes while the list is scrolled, and may go again at once: its picture is asked for where it stays. */
  isPassing?: boolean;
  /** Stands before it: its place in a list. */
  rank?: number;
}

/** The most pins that are compared at once. */
export const MOST_COMPARED = 5;

/** A pin with its numbers: its name leads to all of them, the arrow to Pinterest, the box puts it beside others. */
export function PinLine(props: PinLineProps) {
  const {
    pin,
    numbers,
    missing,
    rank,
    isPassing = false,
    siteUrl,
    boardName,
    compared,
    now,
  } = props;
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
      {rank !== undefined && <span class="tiny faint num pin-line-rank">{rank}</span>}
      <Picture url={pin.imageUrl} waits={isPassing} class="pin-line-picture" />
      <span class="grow">
        <button
          type="button"
          class="pin-line-title cut"
          dir="auto"
          onClick={() => props.onOpenPin(pin.id)}
        >
          {title}
        </button>
        <span class="tiny faint pin-line-about cut">{about.filter(Boolean).join(' · ')}</span>
      </span>
      <Numbers {...{ numbers, missing }} />
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

/** Every number in its place, as the list's head names them: one that is not known does not move the others. */
function Numbers({ numbers, missing }: Pick<PinLineProps, 'numbers' | 'missing'>) {
  const all = Object.entries(numbers ?? {});
  if (all.every(([, value]) => value === null)) return <NoNumbers missing={missing} />;
  return (
    <span class="small num pin-line-numbers">
      {all.map(([metric, value]) => {
        const words = `${metricLabel(metric)}: ${valueText(value, metric)}`;
        return (
          <span key={metric} title={words}>
            <span aria-hidden="true">
              {value === null ? '–' : formatShort(value, unitOf(metric))}
            </span>
            <span class="spoken">{words}, </span>
          </span>
        );
      })}
    </span>
  );
}

function NoNumbers({ missing }: Pick<PinLineProps, 'missing'>) {
  if (missing === 'coming')
    return (
      <span class="tiny faint">
        <span aria-hidden="true">…</span>
        <span class="spoken">{t('numbersComing')}</span>
      </span>
    );
  if (missing === 'never') return null; // said once, above the list
  return (
    <span class="tiny faint">{t(missing === 'unread' ? 'numbersUnread' : 'statsNotCounted')}</span>
  );
}
