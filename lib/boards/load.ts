import type { PinterestClient } from '../pinterest/client';
import type { Board } from '../pinterest/types';
import { boardIndex, sectionIndex } from '../storage/items';
import type { BoardIndex, BoardRow, SectionRow } from './types';

/** How long boards are shown without asking again. */
const FRESH_MS = 5 * 60_000;

/**
 * Gives all boards of an account, from the session where they are fresh, else from Pinterest to the last bookmark.
 * Those found so far are put into the session as they come, so that a view can offer them.
 *
 * @throws AppError as the client does
 */
export function loadBoards(
  client: PinterestClient,
  accountId: string,
  { refresh = false, signal }: { refresh?: boolean; signal?: AbortSignal } = {},
): Promise<BoardIndex> {
  // One walk at a time: a second asker finds what the first one brought.
  return navigator.locks.request('tack-boards', async () => {
    const kept = await boardIndex.getValue();
    const usable = kept?.accountId === accountId && kept.complete ? kept : null;
    if (usable && !refresh && Date.now() - usable.readAt < FRESH_MS) return usable;
    return walk(client, accountId, usable === null, signal);
  });
}

async function walk(
  client: PinterestClient,
  accountId: string,
  showProgress: boolean,
  signal: AbortSignal | undefined,
): Promise<BoardIndex> {
  const boards: BoardRow[] = [];
  let shownAt = 0;
  for await (const page of client.pages('boards/list', {}, signal ? { signal } : {})) {
    boards.push(...page.map(toRow));
    // Each write copies the whole list, so it is shown at every doubling, not at every page.
    if (showProgress && boards.length >= shownAt * 2) {
      shownAt = boards.length;
      await boardIndex.setValue({ accountId, boards, complete: false, readAt: Date.now() });
    }
  }
  const index: BoardIndex = { accountId, boards, complete: true, readAt: Date.now() };
  await boardIndex.setValue(index);
  return index;
}

/** Gives the sections of a board, from the session where they were read before. @throws AppError as the client does */
export async function loadSections(
  client: PinterestClient,
  boardId: string,
): Promise<SectionRow[]> {
  const kept = (await sectionIndex.getValue())[boardId];
  if (kept) return kept;
  const sections: SectionRow[] = [];
  for await (const page of client.pages('board_sections/list', { board_id: boardId })) {
    sections.push(...page.map(({ id, name }) => ({ id, name })));
  }
  await sectionIndex.setValue({ ...(await sectionIndex.getValue()), [boardId]: sections });
  return sections;
}

/** Makes a board and offers it at once. @throws AppError `api/board-name` and as the client does */
export async function createBoard(
  client: PinterestClient,
  name: string,
  privacy: 'PUBLIC' | 'SECRET',
): Promise<BoardRow> {
  const board = toRow(await client.call('boards/create', { name, privacy }));
  const kept = await boardIndex.getValue();
  if (kept) await boardIndex.setValue({ ...kept, boards: [board, ...kept.boards] });
  return board;
}

/** Makes a section and offers it at once. @throws AppError as the client does */
export async function createSection(
  client: PinterestClient,
  boardId: string,
  name: string,
): Promise<SectionRow> {
  const { id } = await client.call('board_sections/create', { board_id: boardId, name });
  const section = { id, name };
  const kept = await sectionIndex.getValue();
  await sectionIndex.setValue({ ...kept, [boardId]: [...(kept[boardId] ?? []), section] });
  return section;
}

function toRow(board: Board): BoardRow {
  const modified = Date.parse(`${board.board_pins_modified_at ?? ''}Z`.replace('ZZ', 'Z'));
  return {
    id: board.id,
    name: board.name,
    privacy: board.privacy ?? 'PUBLIC',
    pinCount: board.pin_count ?? 0,
    coverUrl: board.media?.image_cover_url ?? null,
    ownerUsername: board.owner?.username ?? '',
    modifiedAt: Number.isNaN(modified) ? 0 : modified,
  };
}
