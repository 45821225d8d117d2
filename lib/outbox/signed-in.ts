import { readAccount } from '../auth/vault';
import { wasPutBack } from '../clock';
import { reduce } from './job';
import { changeJob } from './store';
import type { Job } from './types';
import { ignoreMoved } from './when';

/** What was asked before a sign-in may be refused, and its job held, this long after it, ms: a request takes no longer. */
const STRADDLES_MS = 30_000;

/**
 * Lets pins go on that were held for want of a sign-in, once their account was signed in again. A job that
 * meets the same again after that is held anew, and stays so until the next sign-in.
 *
 * Asked at each begin of the runner and not by who signs in: a worker that stops right after a sign-in leaves none behind.
 *
 * @param open the jobs for which something is left to be done; each row is looked at again before it goes on
 */
export async function resumeSignedIn(open: readonly Job[]): Promise<void> {
  const waiting = open.filter(awaitsSignIn);
  const signedInAt = new Map<string, number>();
  for (const { accountId } of waiting) {
    if (signedInAt.has(accountId)) continue;
    const account = await readAccount(accountId);
    signedInAt.set(accountId, (account?.tokens && account.signedInAt) || 0);
  }
  const now = Date.now();
  for (const { id, accountId, updatedAt } of waiting) {
    const at = signedInAt.get(accountId) ?? 0;
    if (at === 0 || (at + STRADDLES_MS <= updatedAt && !wasPutBack(updatedAt, now))) continue;
    await changeJob(id, (job) =>
      awaitsSignIn(job) ? reduce(job, { type: 'resume', now }) : job,
    ).catch(ignoreMoved);
  }
}

const awaitsSignIn = ({ pause }: Job) =>
  pause?.kind === 'held' && pause.because.code.startsWith('auth/');
