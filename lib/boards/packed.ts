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

/** Of more boards than these, some are shown before the others are made of their lines. */
const FIRST = 200;

/** Boards that are shown first, and how many there are. */
export interface FirstBoards {
  boards: BoardRow[];
  total: number;
}

/**
 * Gives the first boards of what the session keeps, and behind them those of some ids, in their order: making ten thousand of
 * their lines takes 18 ms of a popup's opening, and even parting the lines takes 7. Null where there are few.
 */
export function unpackFirst(
  { rows, count }: Pick<PackedIndex, 'rows' | 'count'>,
  ids: Iterable<string>,
): FirstBoards | null {
  if (count <= FIRST) return null;
  const end = endOfLines(rows, FIRST);
  if (end < 0) return null;
  const others = [...new Set(ids)].map((id) => rows.indexOf(`\n${id}\t`, end)).filter(isFound);
  const asked = others.toSorted((a, b) => a - b).map((at) => lineAt(rows, at + 1));
  return { boards: [...rows.slice(0, end).split('\n'), ...asked].map(toBoard), total: count };
}

/** Where the last of so many lines ends, -1 where there are fewer. */
function endOfLines(rows: string, lines: number): number {
  let end = -1;
  for (let line = 0; line < lines; line += 1) {
    end = rows.indexOf('\n', end + 1);
    if (end < 0) return -1;
  }
  return end;
}

const isFound = (at: number) => at >= 0;

function lineAt(rows: string, start: number): string {
  const end = rows.indexOf('\n', start);
  return rows.slice(start, end < 0 ? undefined : end);
}

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
  return { ...index, rows: packBoards(boards), count: boards.length };
}

/** Makes boards of what the session keeps of them. */
export function unpackIndex({ accountId, rows, complete, readAt }: PackedIndex): BoardIndex {
  return { accountId, boards: unpackBoards(rows), complete, readAt };
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

/** By their places, and not by a pattern: ten thousand lines are read before the popup can be used, half as fast by one. */
function toBoard(line: string): BoardRow {
  const columns = line.split('\t');
  const made = columns[6];
  return {
    id: columns[0] ?? '',
    name: columns[1] ?? '',
    privacy: privacies[columns[2] as keyof typeof privacies] ?? 'PUBLIC',
    pinCount: Number(columns[3]),
    coverUrl: columns[8] || null,
    ownerUsername: columns[7] ?? '',
    modifiedAt: Number(columns[4]),
    collaborators: Number(columns[5]),
    ...(made ? { madeAt: Number(made) } : {}),
  };
}
