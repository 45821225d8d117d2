import { useCallback } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { isDelayed, isEditable, isUndoable } from '../../lib/outbox/filter';
import { isTakenBack, pinIdOf } from '../../lib/outbox/job';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Picture } from '../ui/Picture';
import { Held, type HeldProps } from './Held';
import { hasBytes, pictureOf, typeOf } from './job-picture';
import { nameOf, stateOf } from './job-state';
import { Scheduled } from './Scheduled';
import { UploadState } from './UploadState';

export interface JobRowProps extends HeldProps {
  now: number;
  chosen: boolean;
  readBytes: (id: string) => Promise<Blob | null>;
  onChoose: (jobId: string) => void;
  onUndo: (jobId: string) => void;
}

/** One pin of the outbox: what it is, how it does, and what can be done with it. */
export function JobRow(props: JobRowProps) {
  const { job, now, siteUrl, chosen, readBytes, onChoose, onOpenUrl } = props;
  const { id, media } = job;
  const coverMs = media.kind === 'video' ? media.cover.ms : null;
  // The same picture as long as it is the same job: a row that moves on is not drawn anew.
  const type = typeOf(job);
  const read = useCallback(
    () => pictureOf(id, type, coverMs, readBytes),
    [id, type, coverMs, readBytes],
  );
  const name = nameOf(job);
  const twins = ('twinIds' in job.stage && job.stage.twinIds) || [];
  return (
    <>
      <div class="outbox-row">
        <input
          type="checkbox"
          class="choose-box"
          aria-label={t('outboxChoose', name)}
          checked={chosen}
          onChange={() => onChoose(job.id)}
        />
        <Picture
          read={hasBytes(job) ? read : null}
          url={job.imageUrl ?? null}
          class="outbox-picture"
        />
        <div class="grow">
          <p class="outbox-title cut" dir="auto">
            {name}
          </p>
          <UploadState job={job} otherwise={stateOf(job, now)} />
          <RowActions {...props} name={name} />
        </div>
      </div>
      {job.pause?.kind === 'held' && <Held {...props} />}
      {twins.map((twin) => (
        <Notice
          key={twin}
          tone="hint"
          what={t(isTakenBack(job) ? 'outboxTwinLeft' : 'outboxTwin')}
          action={{
            label: t('actionOpen'),
            run: () => onOpenUrl(`${siteUrl}/pin/${twin}/`),
          }}
        />
      ))}
    </>
  );
}

function RowActions({
  job,
  now,
  name,
  siteUrl,
  onOpenUrl,
  onRetry,
  onEdit,
  onUndo,
  onSchedule,
}: JobRowProps & { name: string }) {
  const pinId = pinIdOf(job);
  if (job.stage.name === 'cancelled' || job.stage.name === 'removing' || job.undo) return null;
  const waits = job.pause?.kind === 'waiting';
  const button = (key: Parameters<typeof t>[0], run: () => void) => (
    <Button kind="plain" label={`${t(key)}: ${name}`} onClick={run}>
      {t(key)}
    </Button>
  );
  return (
    <div class="outbox-actions">
      {pinId && button('actionOpen', () => onOpenUrl(`${siteUrl}/pin/${pinId}/`))}
      {waits && button(isDelayed(job) ? 'actionSendNow' : 'outboxTryNow', () => onRetry(job.id))}
      {isEditable(job) && job.pause?.kind !== 'held' && button('actionEdit', () => onEdit(job.id))}
      <Scheduled job={job} now={now} onSchedule={onSchedule} />
      {isUndoable(job) && button(pinId ? 'actionUndo' : 'actionCancel', () => onUndo(job.id))}
    </div>
  );
}
