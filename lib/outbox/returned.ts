import type { ErrorInfo } from '../errors';
import type { Job, JobStage, Pause } from './types';

/**
 * Gives a job as it may leave the database: where an upload goes, and what it may do there, is nobody else's to know, and
 * begins anew. So does a tab.
 */
export function portable(job: Job): Job {
  return { ...job, stage: withoutForm(job.stage), tabId: null };
}

/**
 * Gives a job as it comes back from a file or a copy, which may be older than what became of it: what may have been sent is
 * looked for, and not sent again by itself; what was not, and what is to be removed, waits for the person; what is out is
 * out. A file may be anybody's: none makes or deletes a pin by being read.
 *
 * @param because why it waits, where it had no reason of its own
 */
export function returned(job: Job, because: ErrorInfo): Job {
  const stage = stageOf(job);
  const pause = waits(stage, job.undo) ? held(job, because) : null;
  return { ...job, stage, pause, tabId: null, updatedAt: Date.now() };
}

const waits = ({ name }: JobStage, undo: boolean): boolean =>
  name === 'queued' || name === 'prepared' || name === 'removing' || (undo && name !== 'cancelled');

const held = ({ pause }: Job, because: ErrorInfo): Pause =>
  pause?.kind === 'held' ? pause : { kind: 'held', because };

function stageOf({ stage }: Job): JobStage {
  if (stage.name !== 'creating') return withoutForm(stage);
  return { name: 'creating', since: stage.since, unknown: true, absentAt: [], returned: true };
}

function withoutForm(stage: JobStage): JobStage {
  const isUpload =
    stage.name === 'registered' || stage.name === 'uploaded' || stage.name === 'processed';
  return isUpload ? { name: 'queued' } : stage;
}
