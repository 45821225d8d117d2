import { listDrafts, removeDraft } from '../drafts/store';
import { listBytes, removeBytes } from '../storage/bytes';
import { sweepStaged } from '../storage/staged';
import { isEnded } from './job';
import { listJobs, removeJob } from './store';

/** Ended jobs stay this long in the list, for the person to see what went out. */
const KEEP_ENDED_MS = 7 * 24 * 3_600_000;

/** Held by who writes bytes before their row: they are nobody's in between. */
export const sweepLock = 'tack-sweep';

/**
 * Clears what stopped workers left: a draft whose job was queued, bytes of nobody, bytes of pins that are out.
 * Rows that cannot be read keep their bytes.
 */
export function sweep(): Promise<void> {
  return navigator.locks.request(sweepLock, async () => {
    const onDisk = await listBytes(); // first: a draft made from here on is not looked at
    const [drafts, { jobs, unreadable }] = await Promise.all([listDrafts(), listJobs()]);
    const needed = new Set([...drafts.map(({ id }) => id), ...unreadable]);
    const queued = new Set(jobs.map(({ id }) => id));
    for (const job of jobs) {
      if (!isEnded(job)) needed.add(job.id);
      else if (Date.now() - job.updatedAt > KEEP_ENDED_MS) await removeJob(job.id);
    }
    await Promise.all(drafts.filter(({ id }) => queued.has(id)).map(({ id }) => removeDraft(id)));
    await sweepStaged(Date.now());
    await Promise.all(onDisk.filter((id) => !needed.has(id)).map(removeBytes));
  });
}
