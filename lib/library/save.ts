import { noteChoice } from '../boards/recent';
import type { BoardChoice } from '../drafts/types';
import { addJob } from '../outbox/store';
import type { Job } from '../outbox/types';
import type { PinRow } from './types';

/**
 * Queues pins to be saved to another board, one job of the outbox each: Pinterest copies them, with their words and link.
 * @throws AppError `storage/*`; those that were written before are kept
 */
export async function queueSaves(
  accountId: string,
  pins: readonly PinRow[],
  board: BoardChoice,
  siteUrl: string,
): Promise<void> {
  const now = Date.now();
  const jobs = pins.map(({ id, title, description, altText, link, imageUrl }, index): Job => {
    return {
      id: crypto.randomUUID(),
      version: 1,
      accountId,
      content: { title, description, link, altText, ...board },
      media: { kind: 'pin', pinId: id },
      stage: { name: 'queued' },
      pause: null,
      undo: false,
      attempts: 0,
      queuedAt: now + index,
      updatedAt: now,
      ...(imageUrl ? { imageUrl } : {}),
      pageUrl: `${siteUrl}/pin/${id}/`,
      tabId: null,
    };
  });
  await Promise.all(jobs.map(addJob));
  await noteChoice(board.boardId, board.sectionId);
}
