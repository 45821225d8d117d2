import { watchChanges, watchOwnChanges, type Change } from '../storage/changes';
import { isEnded } from './job';
import { listOpenJobs, readJob } from './store';
import type { Job } from './types';

/** The jobs for which something is left to be done, as a runner sees them. */
export interface OpenJobs {
  jobs(): Iterable<Job>;
  /** Reads the rows that were written since. */
  refresh(): Promise<void>;
  /** Reads one row again; undefined where nothing is left to be done for it. */
  reread(id: string): Promise<Job | undefined>;
  /** Leaves a job out until all are read anew. */
  leave(id: string): void;
}

/**
 * Reads the open jobs once; from then on a row that is written is a row that is read. It is a view of what is on disk, and
 * only that is acted on: news may come late, so whoever acts on a job reads its row first.
 *
 * @param signal ends the listening
 */
export async function readOpenJobs(signal: AbortSignal): Promise<OpenJobs> {
  const changed = new Set<string>();
  const left = new Set<string>();
  const note = ({ kind, id }: Change) => {
    if (kind === 'job') changed.add(id);
  };
  watchOwnChanges(note, signal);
  watchChanges(note, signal);
  const open = new Map((await listOpenJobs()).map((job) => [job.id, job]));
  const reread = async (id: string) => {
    changed.delete(id);
    const job = await readJob(id).catch(() => undefined); // one that can't be read is the person's to see
    if (job && !isEnded(job) && !left.has(id)) open.set(id, job);
    else open.delete(id);
    return open.get(id);
  };
  return {
    jobs: () => open.values(),
    refresh: async () => {
      for (const id of changed) await reread(id);
    },
    reread,
    leave: (id) => {
      left.add(id);
      open.delete(id);
    },
  };
}
