import { useCallback, useState } from 'preact/hooks';

import { formatWhen } from '../../lib/format-when';
import { t } from '../../lib/i18n';
import { isScheduled, isTakenBack, pinIdOf } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';
import type { OutboxStore } from '../../lib/state/outbox';
import { Toast } from '../ui/Toast';
import { useStore } from '../use-store';

interface QueuedToastProps {
  jobId: string | null;
  outbox: OutboxStore;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  /** Called when there is nothing more to say of the job. */
  onEnd: () => void;
}

/** Follows a job in a view, where the page takes no toast. */
export function QueuedToast({ jobId, outbox, siteUrl, onOpenUrl, onEnd }: QueuedToastProps) {
  const jobs = useStore(outbox, (state) => state.jobs);
  const [now] = useState(Date.now);
  const [ended, setEnded] = useState<string | null>(null);
  const end = useCallback(() => {
    setEnded(jobId);
    onEnd();
  }, [jobId, onEnd]);
  const job = jobs.find(({ id }) => id === jobId);
  if (!job || ended === jobId) return null;
  const pinId = pinIdOf(job);
  const undone = isTakenBack(job);
  const isLater = isScheduled(job, now);
  const done = undone || ((pinId !== null || isLater) && job.stage.name !== 'removing');
  const open =
    pinId && !undone
      ? [{ label: t('actionOpen'), run: () => onOpenUrl(`${siteUrl}/pin/${pinId}/`) }]
      : [];
  const undo = undone
    ? []
    : [{ label: t('actionUndo'), run: () => void outbox.getState().undo(job.id) }];
  return (
    <Toast actions={[...open, ...undo]} endsAfterMs={done ? 5000 : null} onEnd={end}>
      {isLater
        ? t('stateScheduled', formatWhen(job.notBefore ?? 0, now), job.content.boardName)
        : t(textOf(job, undone, pinId), job.content.boardName)}
    </Toast>
  );
}

function textOf({ pause }: Job, undone: boolean, pinId: string | null) {
  if (undone) return 'toastUndone';
  if (pause?.kind === 'held') return 'toastHeld';
  return pinId ? 'toastPinned' : 'viewToastQueued';
}
