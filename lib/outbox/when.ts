import { AppError } from '../errors';
import { outboxSeenAt } from '../storage/items';
import { isUnsent, reduce } from './job';
import { MISSED_AFTER_MS } from './schedule';
import { readSchedule, rulesOf } from './schedule-settings';
import { leastMs, nextSlot } from './slots';
import { changeJob, listJobsDueAfter, listOpenJobs } from './store';
import type { Job } from './types';

/** When a pin is to go out: at a moment (ms of UTC; one that is past is now), or in the next free slot. */
export type When = { kind: 'at'; at: number } | { kind: 'slot' };

/** How a draft is published. */
export interface Publishing {
  /** The person was asked about a pin of the same picture, and wants another. */
  confirmed?: boolean;
  /** When it goes out; at once where nothing is said. Pictures that go along take a slot each. */
  when?: When;
  /** How long it waits at least for the person to think again, ms: nobody saw it before. */
  momentMs?: number;
  /** How much later than others it is sent, ms: one draft's pins on several boards go out apart. */
  afterMs?: number;
}

/** Who takes a slot holds this, so that no two pins take the same. */
export const scheduleLock = 'tack-schedule';

/** Gives when jobs that wait for their time go out, ms of UTC, but for some. */
const takenBy = (jobs: readonly Job[], except: ReadonlySet<string>): number[] =>
  jobs.flatMap((job) =>
    job.notBefore !== undefined && isUnsent(job) && !job.undo && !except.has(job.id)
      ? [job.notBefore]
      : [],
  );

/**
 * Gives the next free slot (ms of UTC) after those of other jobs.
 * @param except ids of jobs that are about to be moved
 * @throws AppError `outbox/no-slot` where the settings have none
 */
export async function freeSlot(
  now: number,
  except: ReadonlySet<string> = new Set(),
): Promise<number> {
  const rules = rulesOf((await readSchedule()).settings);
  const jobs = await listJobsDueAfter(now - leastMs(rules));
  const at = nextSlot(rules, takenBy(jobs, except), now);
  if (at === null) throw new AppError('outbox/no-slot', undefined);
  return at;
}

/** Gives the moment that is meant, ms of UTC. @throws AppError `outbox/no-slot` */
export const momentOf = async (
  when: When,
  now: number,
  except?: ReadonlySet<string>,
): Promise<number> => (when.kind === 'at' ? when.at : freeSlot(now, except));

/**
 * Gives jobs another time, each the next free slot where that is asked; in the order in which they were to go out. What
 * has gone out meanwhile is left alone.
 *
 * @throws AppError `outbox/no-slot`; `outbox/too-late` where none of them can be moved any more
 */
export function reschedule(jobIds: readonly string[], when: When): Promise<void> {
  return navigator.locks.request(scheduleLock, async () => {
    const now = Date.now();
    const left = new Set(jobIds);
    const jobs = await listOpenJobs();
    const asked = jobs
      .filter(({ id }) => left.has(id))
      .toSorted((a, b) => (a.notBefore ?? a.queuedAt) - (b.notBefore ?? b.queuedAt));
    const movable = asked.filter((job) => isUnsent(job) && !job.undo);
    if (movable.length === 0) throw new AppError('outbox/too-late', undefined);
    for (const { id } of movable) {
      const notBefore = await momentOf(when, now, left);
      await changeJob(id, (job) => reduce(job, { type: 'schedule', notBefore }));
      left.delete(id);
    }
  });
}

/**
 * Which jobs came due while nobody looked, longer ago than is let pass: the browser was closed, or the computer slept.
 * What came due under Tack's eyes and is late for another reason (a limit, no network, the spacing) is not missed.
 *
 * @param seenAt when the outbox was last looked through, ms of UTC
 */
export function missedAmong(jobs: readonly Job[], seenAt: number, now: number): Job[] {
  return jobs.filter((job) => {
    if (job.notBefore === undefined || !isUnsent(job) || job.undo || job.pause?.kind === 'held')
      return false;
    return job.notBefore > seenAt && now - job.notBefore > MISSED_AFTER_MS;
  });
}

/**
 * Holds what was missed for the person to say when, unless they said that it is to go out at once.
 * @param open the jobs for which something is left to be done; each row is looked at again before it is held
 */
export async function holdMissed(open: readonly Job[]): Promise<void> {
  const now = Date.now();
  const seenAt = await outboxSeenAt.getValue();
  const { settings } = await readSchedule();
  if (!settings.sendMissed) {
    for (const { id, notBefore: dueAt = 0 } of missedAmong(open, seenAt, now)) {
      const because = { code: 'outbox/missed' as const, data: { dueAt } };
      await changeJob(id, (job) => {
        if (missedAmong([job], seenAt, now).length === 0)
          throw new AppError('outbox/too-late', undefined);
        return reduce(job, { type: 'hold', because });
      }).catch(ignoreMoved);
    }
  }
  await noteSeen();
}

/** What the person moved or took back in the meantime is as they want it. @throws whatever else it was */
export function ignoreMoved(error: unknown): void {
  const { code } = error as Partial<AppError>;
  if (code !== 'outbox/too-late' && code !== 'draft/gone') throw error;
}

/** Notes that the outbox is looked after at this moment. */
export const noteSeen = (): Promise<void> => outboxSeenAt.setValue(Date.now());
