import type { ErrorInfo } from '../errors';
import { isById } from './by-id';
import type { JobEvent } from './job-events';
import type { Job } from './types';

/** Codes that pass by themselves; everything else is the person's to mend. */
const passing: ReadonlySet<ErrorInfo['code']> = new Set([
  'auth/locked',
  'network/not-allowed',
  'network/unreachable',
  'network/timeout',
  'api/unavailable',
  'api/unreadable-reply',
  'api/conflict',
  'api/rate-limited',
]);

/** Tells whether what went wrong passes by itself. */
export const passes = ({ code }: ErrorInfo): boolean => passing.has(code);

/** What Pinterest and its upload host may say of an image that is to go by its id, and not of the account or the board. */
const refusals: ReadonlySet<ErrorInfo['code']> = new Set([
  'api/rejected',
  'api/not-found',
  'api/not-in-sandbox',
  'api/restricted-feature',
  'api/image-refused',
  'media/upload-host',
  'media/upload-refused',
  'media/processing-failed',
]);

/** How often the way by an id is tried where what is in its way might pass: the other way needs none of it. */
const TRIES = 3;

/**
 * Gives what takes an image that was to go by its id into the request for its pin, where `because` says so; else null.
 * Pinterest's description knows no images by id, so whatever is in the way of one is no reason to hold a pin.
 */
export function inlineAfter(
  job: Pick<Job, 'attempts' | 'media'>,
  because: ErrorInfo,
): Extract<JobEvent, { type: 'inline' }> | null {
  if (!isById(job)) return null;
  const isRefused = refusals.has(because.code);
  const canPass = passes(because) && because.code !== 'api/rate-limited';
  const isLate = because.code === 'media/processing-late' || (canPass && job.attempts >= TRIES);
  return isRefused || isLate ? { type: 'inline', isRefused } : null;
}
