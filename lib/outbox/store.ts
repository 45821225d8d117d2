import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { openRows } from '../storage/rows';
import type { Job } from './types';

const rows = openRows<Job>({
  database: 'tack-jobs',
  version: 1,
  migrations: {},
  isRow: (value) => 'id' in value && 'stage' in value && 'content' in value && 'media' in value,
});

/** Gives all jobs, newest first, and the keys of rows that cannot be read (they are kept). */
export async function listJobs(): Promise<{ jobs: Job[]; unreadable: string[] }> {
  const { rows: jobs, unreadable } = await rows.list();
  return { jobs: jobs.toSorted((a, b) => b.queuedAt - a.queuedAt), unreadable };
}

export const readJob = (id: string): Promise<Job | undefined> => rows.get(id);

/** Writes a job once; a second write of the same id changes nothing, so that one draft is one job. */
export async function addJob(job: Job): Promise<void> {
  if (await rows.add(job.id, job)) announce({ kind: 'job', id: job.id });
}

/**
 * Takes a job from one written state to the next in one strict transaction.
 * @throws AppError `draft/gone` where there is no such job; whatever `next` throws leaves the row as it was
 */
export async function changeJob(id: string, next: (job: Job) => Job): Promise<Job> {
  const written = await rows.update(id, (job) => {
    if (!job) throw new AppError('draft/gone', undefined);
    return { ...next(job), updatedAt: Date.now() };
  });
  announce({ kind: 'job', id });
  return written;
}

export async function removeJob(id: string): Promise<void> {
  await rows.remove(id);
  announce({ kind: 'job', id });
}
