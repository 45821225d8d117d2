import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { newerThan, openRows } from '../storage/rows';
import { endedStages, openStages } from './job-events';
import type { Job } from './types';

const stageNames: ReadonlySet<unknown> = new Set([...openStages, ...endedStages]);

/** As much of a job's shape as lists and the runner stand on: a damaged row is set aside and holds up no other. */
export function isJob(value: object): value is Job {
  const { id, stage, content, media, pause, queuedAt, pageUrl, updatedAt, notBefore } =
    value as Record<keyof Job, unknown>;
  return (
    typeof id === 'string' &&
    typeof pageUrl === 'string' &&
    typeof queuedAt === 'number' &&
    hasTexts(stage, ['name']) &&
    stageNames.has(stage.name) &&
    hasTexts(content, ['title', 'description', 'boardId', 'boardName']) &&
    hasTexts(media, ['kind']) &&
    (pause === null || isPause(pause)) &&
    [updatedAt, notBefore, ...moments.map((name) => stage[name])].every(isMoment)
  );
}

/** Moments of a stage: what is no number among them can't be held against the clock, and may even throw where it is. */
const moments = ['since', 'askAt', 'verifyAt', 'lookAt', 'expiresAt', 'registeredAt', 'startedAt'];

const isMoment = (value: unknown) =>
  value === undefined || value === null || typeof value === 'number';

const isPause = (value: unknown) =>
  hasTexts(value, ['kind']) &&
  hasTexts(value['because'], ['code']) &&
  (value['kind'] !== 'waiting' || typeof value['until'] === 'number');

function hasTexts<Key extends string>(
  value: unknown,
  keys: readonly Key[],
): value is Record<Key, string> & Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}

const rows = openRows<Job>({
  database: 'tack-jobs',
  version: 1,
  migrations: {},
  isRow: isJob,
  indexes: {
    since: 3,
    paths: {
      stage: 'stage.name',
      pin: 'stage.pinId',
      updated: 'updatedAt',
      queued: 'queuedAt',
      version: 'version',
      picture: { each: 'pictureHashes' },
      due: 'notBefore',
    },
  },
});

/** Gives all jobs, newest first, and the keys of rows that cannot be read (they are kept). */
export async function listJobs(): Promise<{ jobs: Job[]; unreadable: string[] }> {
  const { rows: jobs, unreadable } = await rows.list();
  return { jobs: jobs.toSorted((a, b) => b.queuedAt - a.queuedAt), unreadable };
}

/** As many rows as are read without a view standing still. */
const PART = 250;

/**
 * Gives what `listJobs` does, with a pause after each part, so that a view can draw and answer meanwhile. What is written in the
 * meantime may be in it or not.
 */
export async function listJobsInParts(pause: () => Promise<void>): ReturnType<typeof listJobs> {
  const jobs: Job[] = [];
  const unreadable: string[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof rows.part>> = await rows.part(after, PART);
    jobs.push(...part.rows);
    unreadable.push(...part.unreadable);
    after = part.last;
    if (after !== null) await pause();
  } while (after !== null);
  return { jobs: jobs.toSorted((a, b) => b.queuedAt - a.queuedAt), unreadable };
}

/** Gives the newest jobs: what a view shows first, while it reads the others. */
export const listNewestJobs = async (count: number): Promise<Job[]> =>
  (await rows.last('queued', count)).rows;

/** Gives the jobs for which something is left to be done, in no order; it costs what is open, not what there is. */
export async function listOpenJobs(): Promise<Job[]> {
  return (await rows.where('stage', openStages)).rows;
}

/** Gives the ids of all rows, and of those that have come to their end. Rows that cannot be read count as not ended. */
export async function listJobIds(): Promise<{ all: string[]; ended: string[] }> {
  const [all, ended] = await Promise.all([rows.keys(), rows.keysWhere('stage', endedStages)]);
  return { all, ended };
}

/** Gives the jobs that were last written before a time (ms of UTC). */
export async function listJobsBefore(time: number): Promise<Job[]> {
  return (await rows.where('updated', [IDBKeyRange.upperBound(time)])).rows;
}

/** Gives the jobs that were last written after a time (ms of UTC). */
export async function listJobsSince(time: number): Promise<Job[]> {
  return (await rows.where('updated', [IDBKeyRange.lowerBound(time, true)])).rows;
}

/** Gives the jobs of a picture, whatever came of them; `hashes` is all that it is known by. */
export async function listJobsOfPicture(hashes: readonly string[]): Promise<Job[]> {
  return (await rows.where('picture', hashes)).rows;
}

/** Gives the jobs that have a time of their own after another (ms of UTC). */
export async function listJobsDueAfter(time: number): Promise<Job[]> {
  return (await rows.where('due', [IDBKeyRange.lowerBound(time, true)])).rows;
}

/** Gives the ids of jobs that made a pin. */
export const jobsWithPin = (pinId: string): Promise<string[]> => rows.keysWhere('pin', [pinId]);

/** How many rows a newer Tack wrote; where there are any, this one changes nothing. */
export async function countNewerJobs(): Promise<number> {
  return (await rows.keysWhere('version', [newerThan(1)])).length;
}

export const readJob = (id: string): Promise<Job | undefined> => rows.get(id);

/** Writes a job once, and says whether it did; a second write of the same id changes nothing, so that one draft is one job. */
export async function addJob(job: Job): Promise<boolean> {
  const added = await rows.add(job.id, job);
  if (added) announce({ kind: 'job', id: job.id });
  return added;
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

/** Removes a job; what `check` throws leaves it where it is. */
export async function removeJob(id: string, check?: (job: Job | undefined) => void): Promise<void> {
  await rows.remove(id, check);
  announce({ kind: 'job', id });
}
