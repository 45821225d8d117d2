import { listDraftIds, removeDraft } from '../drafts/store';
import { listBytes, removeBytes, removeHalfWritten } from '../storage/bytes';
import { broughtBack } from '../storage/late-items';
import { wereEmptied } from '../storage/marks';
import { sweepStaged } from '../storage/staged';
import { clearEnded } from './ended';
import { isEnded } from './job';
import { listJobIds, listJobsBefore } from './store';

/** Ended jobs stay this long in the list, for the person to see what went out. */
const KEEP_ENDED_MS = 7 * 24 * 3_600_000;

/** Held by who writes bytes before their row, and by who makes a draft of a job again: they would be cleared in between. */
export const sweepLock = 'tack-sweep';

/**
 * Clears what stopped workers left: a draft whose job was queued, bytes of nobody, bytes of pins that are out, halves of
 * files. Rows that cannot be read keep their bytes. Where the browser emptied the databases, their rows are brought back
 * first, and nobody's bytes stay until the person has read of it.
 */
export function sweep(): Promise<void> {
  return navigator.locks.request(sweepLock, async () => {
    // First: a draft made from here on is not looked at.
    const [onDisk, isEmptied] = await Promise.all([listBytes(), wereEmptied()]);
    if (isEmptied) await (await import('./bring-back')).bringBack(onDisk);
    const drafts = await listDraftIds();
    const jobs = await listJobIds(); // after the drafts: one that is queued in between is in one of the two
    const queued = new Set(jobs.all);
    const ended = new Set(jobs.ended);
    const isDraft = new Set(drafts.filter((id) => !queued.has(id)));
    const isNeeded = (id: string) => isDraft.has(id) || (queued.has(id) && !ended.has(id));
    const old = (await listJobsBefore(Date.now() - KEEP_ENDED_MS)).filter(isEnded);
    await clearEnded(old.map(({ id }) => id));
    await Promise.all(drafts.filter((id) => queued.has(id)).map(removeDraft));
    await sweepStaged(Date.now());
    const needed = onDisk.filter(isNeeded);
    const isSaid = (await broughtBack.getValue()) === null;
    const nobodys = onDisk.filter((id) => (isSaid ? !isNeeded(id) : ended.has(id)));
    await Promise.all(nobodys.map(removeBytes));
    for (const id of needed) await removeHalfWritten(id);
  });
}
