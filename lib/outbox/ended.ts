import { AppError } from '../errors';
import { removeBytes } from '../storage/bytes';
import { removeHistory } from './history';
import { isEnded } from './job';
import { readJob, removeJob } from './store';
import type { Job } from './types';

/**
 * Forgets what nobody needs of a job that has come to its end: its bytes, and of a pin that was taken back that it was made,
 * or its picture would be one that was pinned before. What fails is made good by the next sweep.
 */
export async function forgetEnded(job: Job): Promise<void> {
  await forgetUndone(job);
  await removeBytes(job.id);
}

/** Removes jobs that have come to their end from the list. One that the person takes back in the same moment stays. */
export async function clearEnded(jobIds: readonly string[]): Promise<void> {
  await Promise.all(
    jobIds.map(async (id) => {
      const job = await readJob(id);
      if (job) await forgetUndone(job);
      await removeJob(id, requireEnded).catch((error: unknown) => {
        if ((error as Partial<AppError>).code !== 'outbox/too-late') throw error;
      });
    }),
  );
}

async function forgetUndone({ stage }: Job): Promise<void> {
  if (stage.name === 'cancelled' && stage.pinId) await removeHistory(stage.pinId);
}

/** A row that is gone already is as it should be. */
function requireEnded(job: Job | undefined): void {
  if (job && !isEnded(job)) throw new AppError('outbox/too-late', undefined);
}
