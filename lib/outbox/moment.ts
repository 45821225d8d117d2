import { paced } from './schedule';
import { changeJob } from './store';
import type { Job } from './types';

/** How long a pin that nobody looked at before waits, so that it can be taken back without a trace, ms. */
export const MOMENT_MS = 6_000;
/** A pin is not sent from under a pointer: as long as its toast is held, at least this much of the wait is left, ms. */
const HELD_MS = 3_000;

/** Tells whether a job waits only for the person to think again. */
export const isWaitingForPerson = ({ pause, undo }: Job): boolean =>
  pause?.kind === 'waiting' && pause.because.code === 'scheduled' && !undo;

/**
 * Lets a job wait on, `ms` from now at least: while the person has its toast under the pointer or the focus in it, and from
 * when the toast is there to be seen.
 */
export function holdMoment(job: Job, ms: number = HELD_MS): Promise<Job> {
  const until = Date.now() + paced(ms);
  return changeJob(job.id, (row) =>
    row.pause?.kind === 'waiting' && isWaitingForPerson(row) && row.pause.until < until
      ? { ...row, pause: { ...row.pause, until } }
      : row,
  );
}
