import { tn, t } from '../../lib/i18n';
import { isMissed } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import type { When } from '../../lib/outbox/when';
import type { LanesStore } from '../../lib/state/lanes';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';
import { PausedLanes } from './PausedLanes';

interface OutboxHeadProps {
  jobs: readonly Job[];
  now: number;
  lanes: LanesStore;
  onSchedule: (jobIds: string[], when: When) => void;
}

/** What concerns the outbox as a whole: what Pinterest holds back, and what came due while the browser was closed. */
export function OutboxHead({ jobs, now, lanes, onSchedule }: OutboxHeadProps) {
  const pauses = useStore(lanes, (state) => state.pauses);
  const budget = useStore(lanes, (state) => state.budget);
  const missed = jobs.filter(isMissed).map(({ id }) => id);
  return (
    <>
      <PausedLanes {...{ jobs, pauses, budget, now }} />
      {missed.length > 0 && (
        <section class="outbox-missed" aria-label={tn('missed', missed.length)}>
          <p class="outbox-missed-words">
            <b>{tn('missed', missed.length)}</b> <span class="muted">{t('missedWords')}</span>
          </p>
          <Button onClick={() => onSchedule(missed, { kind: 'at', at: Date.now() })}>
            {t('missedSendAll')}
          </Button>
          <Button onClick={() => onSchedule(missed, { kind: 'slot' })}>{t('missedSlots')}</Button>
        </section>
      )}
    </>
  );
}
