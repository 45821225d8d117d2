import { readJob } from '../outbox/store';
import { sweepLock } from '../outbox/sweep';
import { listFiles, readBytes, writeBytes, type BytesName } from '../storage/bytes';
import { isCarousel } from './carousel-rules';
import { addDraft } from './store';
import type { BoardChoice, Draft } from './types';

/** How far apart the pins of one draft on several boards are sent: alike ones in a row look like spam. */
export const APART_MS = 60_000;

/** The id of a draft that is sent to another board as well: always the same, so that it is begun and sent once. */
export const onBoardId = (draftId: string, { boardId, sectionId }: BoardChoice): string =>
  `${draftId}-on-${boardId}${sectionId ? `-${sectionId}` : ''}`;

/** The other boards of a draft, each once and not its own. */
export function otherBoards({
  board,
  alsoOn = [],
}: Pick<Draft, 'board' | 'alsoOn'>): BoardChoice[] {
  const keys = new Set(board ? [onBoardId('', board)] : []);
  return alsoOn.filter((other) => {
    const key = onBoardId('', other);
    return !keys.has(key) && keys.add(key);
  });
}

/**
 * Begins a draft for each other board that a draft goes to, with bytes of its own: they are sent and taken back apart. They
 * are marked as the person's own work, so that none is lost where it can't be sent.
 *
 * @throws AppError `storage/full`
 */
export async function startOnBoards(draft: Draft): Promise<void> {
  for (const board of otherBoards(draft)) {
    const id = onBoardId(draft.id, board);
    if (await readJob(id)) continue; // the publishing was broken off after this one
    await navigator.locks.request(sweepLock, async () => {
      for (const name of await listFiles(draft.id)) {
        const file = await readBytes(draft.id, name as BytesName);
        if (file && name.startsWith('original')) await writeBytes(id, name as BytesName, file);
      }
      // Does nothing where it is there: the message may have come twice.
      await addDraft({ ...draft, id, board, alsoOn: [], also: alsoOf(draft), edited: true });
    });
  }
}

/** The others of a tray go to the boards that they say themselves. */
const alsoOf = (draft: Draft) => (isCarousel(draft) ? draft.also : []);
