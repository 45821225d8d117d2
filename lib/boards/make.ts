import { toErrorInfo } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import { changeIndex, changeSections, readSections, toRow } from './load';
import type { BoardRow, SectionRow } from './types';

/** Makes a board and offers it at once. @throws AppError `api/board-name` and as the client does */
export async function createBoard(
  client: PinterestClient,
  name: string,
  privacy: 'PUBLIC' | 'SECRET',
): Promise<BoardRow> {
  const board = {
    ...toRow(await client.call('boards/create', { name, privacy })),
    madeAt: Date.now(),
  };
  await changeIndex((index) => index && { ...index, boards: [board, ...index.boards] });
  return board;
}

/** When a board that was being changed elsewhere is asked again, ms: most often that is over in a second. */
const AGAIN_MS = [1500, 3000];

/**
 * Makes a section and offers it at once. Where the board is being changed elsewhere, or the answer was lost, it is looked
 * whether the section is there, and asked again if not.
 *
 * @throws AppError `api/conflict` where others keep changing the board, and as the client does
 */
export async function createSection(
  client: PinterestClient,
  boardId: string,
  name: string,
): Promise<SectionRow> {
  const section = await makeSection(client, boardId, name);
  // Of a board whose sections were never read, the new one is not all there is.
  await changeSections(
    boardId,
    (known) => known && [...known.filter(({ id }) => id !== section.id), section],
  );
  return section;
}

async function makeSection(
  client: PinterestClient,
  boardId: string,
  name: string,
): Promise<SectionRow> {
  for (let tried = 0; ; tried += 1) {
    try {
      const { id } = await client.call('board_sections/create', { board_id: boardId, name });
      return { id, name };
    } catch (error) {
      const wait = AGAIN_MS[tried];
      const { code } = toErrorInfo(error);
      const isOpen = code === 'api/conflict' || code === 'api/outcome-unknown';
      if (!isOpen || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      const there = await readSections(client, boardId);
      const made = there.find((section) => section.name === name);
      if (made) return made;
    }
  }
}
