import { wasPutBack } from '../clock';
import { isUploaded } from './by-id';
import type { Job } from './types';

/** What the runner does next with a job. */
export type Step =
  | 'prepare'
  | 'register'
  | 'upload'
  | 'await-processing'
  | 'create'
  | 'find-out'
  | 'verify'
  | 'begin-removal'
  | 'remove'
  | 'find-twins'
  | 'drop';

/** Gives the next step of a job, or when there will be one (ms of UTC), or null where it needs nothing or nobody. */
export function nextStep(job: Job, now: number): Step | { at: number } | null {
  const { stage, pause } = job;
  if (pause?.kind === 'held') return null;
  const isStale = wasPutBack(job.updatedAt, now);
  if (pause && pause.until > now && !isStale) return { at: pause.until };
  switch (stage.name) {
    case 'queued':
      return job.undo ? 'drop' : 'prepare';
    case 'prepared':
      if (job.undo) return 'drop';
      // A form for an upload is good for an hour: it is asked for when the pin is due.
      return stepWhenDue(job, isUploaded(job) ? 'register' : 'create', now);
    case 'registered':
      return job.undo ? 'drop' : 'upload';
    case 'uploaded':
      if (job.undo) return 'drop';
      return stage.askAt > now && !isStale ? { at: stage.askAt } : 'await-processing';
    case 'processed':
      return job.undo ? 'drop' : stepWhenDue(job, 'create', now);
    case 'creating':
      return 'find-out';
    case 'created':
      if (job.undo) return 'begin-removal';
      return stage.verifyAt > now && !isStale ? { at: stage.verifyAt } : 'verify';
    case 'verified':
      return job.undo && stage.pinId ? 'begin-removal' : null;
    case 'removing':
      if (stage.lookAt === undefined) return 'remove';
      return stage.lookAt > now && !isStale ? { at: stage.lookAt } : 'find-twins';
    case 'cancelled':
      return null;
  }
}

/** What Pinterest is not asked for may be done ahead of its time. */
const stepWhenDue = ({ notBefore = 0 }: Job, step: Step, now: number): Step | { at: number } =>
  notBefore > now ? { at: notBefore } : step;
