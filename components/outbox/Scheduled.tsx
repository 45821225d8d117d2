import { useState } from 'preact/hooks';

import { errorText } from '../../lib/error-text';
import { t } from '../../lib/i18n';
import { isScheduled } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import type { When } from '../../lib/outbox/when';
import { Button } from '../ui/Button';
import { late } from '../ui/late';
import { Notice } from '../ui/Notice';

const LateScheduleDialog = late(
  () => import('../schedule/ScheduleDialog').then(({ ScheduleDialog }) => ScheduleDialog),
  null,
);

interface ScheduledProps {
  job: Job;
  now: number;
  onSchedule: (jobIds: string[], when: When) => void;
}

/** What can be done with a pin that waits for its time. Nothing is drawn for others. */
export function Scheduled({ job, now, onSchedule }: ScheduledProps) {
  const [choosing, setChoosing] = useState(false);
  if (!isScheduled(job, now)) return null;
  return (
    <>
      <Button kind="plain" onClick={() => onSchedule([job.id], sendNow())}>
        {t('actionSendNow')}
      </Button>
      <Button kind="plain" onClick={() => setChoosing(true)}>
        {t('actionChangeTime')}
      </Button>
      {choosing && (
        <ChangeTime job={job} onSchedule={onSchedule} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}

/** A pin that came due while nobody was there to send it. */
export function Missed({ job, onSchedule }: Omit<ScheduledProps, 'now'>) {
  const [choosing, setChoosing] = useState(false);
  if (job.pause?.kind !== 'held') return null;
  const { what, todo } = errorText(job.pause.because);
  return (
    <>
      <Notice
        tone="hint"
        what={what}
        todo={todo}
        action={{ label: t('actionSendNow'), run: () => onSchedule([job.id], sendNow()) }}
        more={{ label: t('actionChangeTime'), run: () => setChoosing(true) }}
      />
      {choosing && (
        <ChangeTime job={job} onSchedule={onSchedule} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}

interface ChangeTimeProps extends Omit<ScheduledProps, 'now'> {
  onClose: () => void;
}

function ChangeTime({ job, onSchedule, onClose }: ChangeTimeProps) {
  const [now] = useState(Date.now);
  const isAhead = (job.notBefore ?? 0) > now;
  return (
    <LateScheduleDialog
      at={isAhead ? job.notBefore : undefined}
      onClose={onClose}
      onChoose={(when) => {
        onSchedule([job.id], when);
        onClose();
      }}
    />
  );
}

/** Sends at once: what is due is sent. */
const sendNow = (): When => ({ kind: 'at', at: Date.now() });
