import { wasPutBack } from '../clock';
import { listDraftRows } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { removeCopy, writeCopy } from '../storage/bytes';
import { rowsCopied } from '../storage/late-items';
import { isEnded } from './job';
import { portable } from './returned';
import type { Job } from './types';

/** A row as it stands beside its bytes, for the day on which the browser empties Tack's databases (`bring-back.ts`). */
export type Copy = { kind: 'job'; row: Job } | { kind: 'draft'; row: Draft };

/** As many are written at once as take no work's place; the others come next time. */
const MOST = 200;

/** Who waits longer than this waits for something: a pin that goes out at once needs no copy, ms. */
const RESTS_MS = 5000;

/** Copies are written by one at a time, so that the time up to which there are some says what it means. */
const LOCK = 'tack-copies';

/**
 * Writes copies of the rows that changed since it was last called. It is called where nobody waits for it, and what fails is
 * tried again the next time: a copy is one more, and the row is what counts.
 */
export async function copyJobs(open: readonly Job[]): Promise<void> {
  await copyRows('jobs', open, async (job) => {
    // A pin that is out is out: what is kept of it is to bring nothing back.
    const isOut = isEnded(job) || (job.stage.name === 'created' && !job.undo);
    if (isOut) await removeCopy(job.id);
    else await write(job.id, { kind: 'job', row: portable(job) });
  });
}

/** The same while others are sent, for those that rest. */
export const copyResting = (open: readonly Job[]): Promise<void> => {
  const rested = Date.now() - RESTS_MS;
  return copyJobs(open.filter(({ updatedAt }) => updatedAt <= rested));
};

/** The same for drafts. */
export async function copyDrafts(): Promise<void> {
  const { rows } = await listDraftRows();
  await copyRows('drafts', rows, (row) =>
    write(row.id, { kind: 'draft', row: { ...row, tabId: -1 } }),
  );
}

const write = (id: string, copy: Copy) => writeCopy(id, copy);

/** The rows go by the time of their last write, so that none has to be looked at that has its copy. */
async function copyRows<Row extends { updatedAt: number }>(
  kind: 'jobs' | 'drafts',
  rows: readonly Row[],
  copy: (row: Row) => Promise<void>,
): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const now = Date.now();
    const until = (await rowsCopied.getValue())[kind];
    const since = wasPutBack(until, now) ? 0 : until;
    let last = since;
    try {
      for (const row of firstAfter(rows, since)) {
        await copy(row);
        last = Math.min(row.updatedAt, now);
      }
    } finally {
      if (last !== until)
        await rowsCopied.setValue({ ...(await rowsCopied.getValue()), [kind]: last });
    }
  });
}

/** Rows that were written together are taken together. */
function firstAfter<Row extends { updatedAt: number }>(rows: readonly Row[], since: number): Row[] {
  const due = rows
    .filter(({ updatedAt }) => updatedAt > since)
    .toSorted((one, other) => one.updatedAt - other.updatedAt);
  const end = due[MOST - 1]?.updatedAt ?? Infinity;
  return due.filter(({ updatedAt }) => updatedAt <= end);
}
