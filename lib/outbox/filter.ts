import { hostOf } from '../format';
import { isEnded, isScheduled, isTakenBack, isUnsent } from './job';
import { isAllowed } from './job-events';
import type { Job } from './types';

/** The parts of the outbox; each job is in one of them besides `all`. */
export const outboxParts = ['all', 'going', 'needs', 'scheduled', 'done'] as const;
export type OutboxPart = (typeof outboxParts)[number];

/** Tells in which part of the outbox a job is. What is on its board is done, though Tack looks at it once more. */
export function partOf(job: Job, now = Date.now()): Exclude<OutboxPart, 'all'> {
  const { stage, pause } = job;
  if (pause?.kind === 'held') return 'needs';
  if (isEnded(job) || isTakenBack(job) || (stage.name === 'created' && !job.undo)) return 'done';
  return isDelayed(job) || isScheduled(job, now) ? 'scheduled' : 'going';
}

/** Whether a job waits for the moment in which the person can think again, and for nothing else. */
export const isDelayed = ({ pause }: Job): boolean =>
  pause?.kind === 'waiting' && pause.because.code === 'scheduled';

/** Whether the person can make a draft of a job again: nothing was sent for it, and nobody is at work with it. */
export const isEditable = ({ stage, undo, pause }: Job): boolean =>
  !undo &&
  (stage.name === 'queued' ||
    stage.name === 'prepared' ||
    // A video on its way through media upload is nobody's only while it is held.
    (pause?.kind === 'held' && isUnsent({ stage })));

/** Whether the person can still take a job back. */
export const isUndoable = (job: Job): boolean => !job.undo && isAllowed(job, 'undo');

/** Counts the jobs of each part. */
export function countParts(jobs: readonly Job[], now = Date.now()): Record<OutboxPart, number> {
  const counts = { all: jobs.length, going: 0, needs: 0, scheduled: 0, done: 0 };
  for (const job of jobs) counts[partOf(job, now)] += 1;
  return counts;
}

/** Gives the jobs of a part in whose words, board or site all the typed words are. */
export function filterJobs(
  jobs: readonly Job[],
  part: OutboxPart,
  typed: string,
  now = Date.now(),
): readonly Job[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (part === 'all' && words.length === 0) return jobs;
  return jobs.filter((job) => {
    if (part !== 'all' && partOf(job, now) !== part) return false;
    if (words.length === 0) return true;
    const text = textOf(job);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ content, pageUrl }: Job): string {
  const { title, description, boardName, sectionName } = content;
  return plain([title, description, boardName, sectionName ?? '', hostOf(pageUrl)].join(' '));
}

/** Capitals and accents are not held against anybody who looks for something. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
