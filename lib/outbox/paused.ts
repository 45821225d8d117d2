import type { DailyBudget } from '../pinterest/daily-budget';
import { currentBudgets } from '../storage/lane-pause';
import { isUnsent } from './job';
import type { Job } from './types';

/** How the sending of pins is held back by Pinterest. */
export interface PausedSending {
  /** How many pins go out only then, of all that are to go out until then. */
  waiting: number;
  total: number;
  /** Milliseconds of UTC. */
  until: number;
  /** Pinterest took them for spam; a day's calls are used up, or will be; it asked Tack to slow down. */
  why: 'spam' | 'day' | 'limit';
}

/** The rate category in which pins are created and saved. */
const WRITING = 'org_write';

/**
 * Tells whether Pinterest takes pins at this moment; null where it does. A day's calls that do not suffice for what waits
 * are told before they are used up.
 */
export function pausedSending({
  jobs,
  pauses,
  budget,
  now,
}: {
  jobs: readonly Job[];
  /** Until when each rate category is paused, ms of UTC. */
  pauses: Readonly<Record<string, number>>;
  budget: Readonly<Record<string, DailyBudget>>;
  now: number;
}): PausedSending | null {
  const pausedUntil = pauses[WRITING] ?? 0;
  const day = currentBudgets(budget, now)[WRITING];
  const dueBefore = (until: number) =>
    jobs.filter((job) => isUnsent(job) && !job.undo && isOn(job) && (job.notBefore ?? 0) <= until)
      .length;
  if (pausedUntil > now) {
    const total = dueBefore(pausedUntil);
    const isSpam = jobs.some(
      ({ pause }) => pause?.kind === 'held' && pause.because.code === 'api/spam-block',
    );
    const why = isSpam ? 'spam' : day?.remaining === 0 ? 'day' : 'limit';
    return { waiting: total, total, until: pausedUntil, why };
  }
  if (!day) return null;
  const total = dueBefore(day.resetAt);
  const waiting = total - day.remaining;
  return waiting > 0 ? { waiting, total, until: day.resetAt, why: 'day' } : null;
}

/** What needs the person is not the lane's to send. */
const isOn = ({ pause }: Job) => pause?.kind !== 'held';
