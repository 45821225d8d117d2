import { formatDue, formatUtc } from '../../lib/format-when';
import { formatNumber, t } from '../../lib/i18n';
import { pausedSending, type PausedSending } from '../../lib/outbox/paused';
import type { Job } from '../../lib/outbox/types';
import type { DailyBudget } from '../../lib/pinterest/daily-budget';

interface PausedLanesProps {
  jobs: readonly Job[];
  /** Until when each rate category is paused, ms of UTC. */
  pauses: Readonly<Record<string, number>>;
  budget: Readonly<Record<string, DailyBudget>>;
  now: number;
}

/** Says how many pins Pinterest does not take yet, and until when: a limit, a day's calls, or a block. */
export function PausedLanes(props: PausedLanesProps) {
  const paused = pausedSending(props);
  if (!paused) return null;
  return (
    <p class="outbox-paused" role="status">
      <b>{wordsOf(paused, props.now)}</b>{' '}
      <span class="muted" title={formatUtc(paused.until)}>
        {t(whyOf(paused))} {formatUtc(paused.until)}
      </span>
    </p>
  );
}

function wordsOf({ waiting, total, until }: PausedSending, now: number): string {
  const due = formatDue(until, now);
  if (total === 0) return t('pausedNone', due);
  return t('pausedSome', formatNumber(waiting), formatNumber(total), due);
}

const whyOf = ({ why }: PausedSending) =>
  ({ spam: 'pausedSpam', day: 'pausedDay', limit: 'pausedLimit' } as const)[why];
