import type { BoardChoice } from '../drafts/types';
import { AppError } from '../errors';
import type { BatchAct } from '../messages/protocol';
import { reduce } from './job';
import type { JobEvent } from './job-events';
import { changeJob } from './store';

/**
 * Does one thing to several jobs, each in a transaction of its own, and gives to how many it was done. One for which it is
 * too late, or which is gone, stays as it is and keeps no other back.
 *
 * @throws AppError `draft/no-board` where they are to be moved and no board is given, `storage/*`
 */
export async function changeEach(
  jobIds: readonly string[],
  act: BatchAct,
  board?: BoardChoice,
): Promise<number> {
  const event = eventOf(act, board);
  let done = 0;
  for (const id of jobIds) {
    try {
      await changeJob(id, (job) => reduce(job, event));
      done += 1;
    } catch (error) {
      if (!isLeft(error)) throw error;
    }
  }
  return done;
}

function eventOf(act: BatchAct, board: BoardChoice | undefined): JobEvent {
  if (act === 'cancel') return { type: 'undo' };
  if (act === 'retry') return { type: 'resume', now: Date.now() };
  if (!board) throw new AppError('draft/no-board', undefined);
  return { type: 'move', board };
}

const isLeft = (error: unknown) =>
  error instanceof AppError && (error.code === 'outbox/too-late' || error.code === 'draft/gone');
