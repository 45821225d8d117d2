import { boardIndex } from '../storage/items';
import type { BoardIndex, BoardRow, PackedIndex } from './types';

/*
 * The session holds 10 MB, and hands over a text many times faster than ten thousand objects of eight fields: boards are
 * kept there as one text, a line a board.
 */

const privacies = { P: 'PUBLIC', R: 'PROTECTED', S: 'SECRET' } as const;
const letters = { PUBLIC: 'P', PROTECTED: 'R', SECRET: 'S' } as const;

/** Makes one text of boards. What parts lines and columns is a space in a name, as it is where names are shown. */
export const packBoards = (boards: readonly BoardRow[]): string => boards.map(toLine).join('\n');

/** Gives the boards of a text that `packBoards` made. */
export const unpackBoards = (rows: string): BoardRow[] =>
  rows === '' ? [] : rows.split('\n').map(toBoard);

/** Gives the boards of the session as far as they are loaded; null where none were read. */
export async function readIndex(): Promise<BoardIndex | null> {
  const kept = await boardIndex.getValue();
  return kept && unpackIndex(kept);
}

/** Keeps boards for the session. */
export const writeIndex = (index: BoardIndex | null): Promise<void> =>
  boardIndex.setValue(index && packIndex(index));

/** Makes of boards what the session keeps of them. */
export function packIndex({ boards, ...index }: BoardIndex): PackedIndex {
  return { ...index, rows: packBoards(boards) };
}

/** Makes boards of what the session keeps of them. */
export function unpackIndex({ rows, ...index }: PackedIndex): BoardIndex {
  return { ...index, boards: unpackBoards(rows) };
}

const plain = (text: string) => text.replace(/[\t\n\r]/g, ' ');

const toLine = (board: BoardRow): string =>
  [
    board.id,
    plain(board.name),
    letters[board.privacy],
    board.pinCount,
    board.modifiedAt,
    board.collaborators ?? 0,
    board.madeAt ?? '',
    board.ownerUsername,
    plain(board.coverUrl ?? ''),
  ].join('\t');

function toBoard(line: string): BoardRow {
  const [id = '', name = '', letter, pins, modified, others, made, owner = '', cover] =
    line.split('\t');
  return {
    id,
    name,
    privacy: privacies[letter as keyof typeof privacies] ?? 'PUBLIC',
    pinCount: Number(pins),
    coverUrl: cover || null,
    ownerUsername: owner,
    modifiedAt: Number(modified),
    collaborators: Number(others),
    ...(made ? { madeAt: Number(made) } : {}),
  };
}
