import type { BoardRow, SectionRow } from '../boards/types';
import { textLimits } from '../capture/suggest';
import type { BoardChoice } from '../drafts/types';
import { canBeFetchedByPinterest } from '../media/public-picture';
import type { When } from '../outbox/when';
import { clockOf } from '../outbox/zone';
import type { Cells, Column } from './columns';
import type { CsvRow } from './read';

/** What is wrong with one cell. */
export interface CellProblem {
  row: number;
  /** Null for the row as a whole. */
  column: Column | null;
  kind:
    | 'broken'
    | 'too-long'
    | 'bad-link'
    | 'no-image'
    | 'no-file'
    | 'not-public'
    | 'no-board'
    | 'no-section'
    | 'bad-time'
    | 'past';
  /** What stands in the cell, for the person to find it. */
  value: string;
}

/** A row that can be queued. */
export interface PlannedRow {
  number: number;
  title: string;
  description: string;
  link: string;
  altText: string;
  board: BoardChoice;
  /** A public address, or the name of a file that was chosen with the CSV. */
  image: { url: string } | { file: string };
  /** When it goes out; null for at once. */
  when: When | null;
}

/** What rows are held against. */
export interface CheckAgainst {
  boards: readonly BoardRow[];
  /** By board id; for boards that rows name with a section. */
  sections: Readonly<Record<string, readonly SectionRow[]>>;
  /** Names of the files that were chosen with the CSV. */
  files: ReadonlySet<string>;
  /** The zone of times that name none. */
  zone: string;
  now: number;
}

/** Checks a row: gives what is to be queued, or all that is wrong with it. */
export function checkRow(
  { number, cells }: CsvRow,
  against: CheckAgainst,
): PlannedRow | CellProblem[] {
  const problems: CellProblem[] = [];
  const wrong = (column: Column, kind: CellProblem['kind']) =>
    void problems.push({ row: number, column, kind, value: cells[column].slice(0, 80) });
  checkTexts(cells, wrong);
  const image = imageOf(cells, against, wrong);
  const board = boardOf(cells, against, wrong);
  const when = whenOf(cells.publish_at, against, wrong);
  if (problems.length > 0 || !image || !board) return problems;
  const { title, description, link, alt_text: altText } = cells;
  return { number, title, description, link, altText, board, image, when };
}

type Wrong = (column: Column, kind: CellProblem['kind']) => void;

const limits = {
  title: textLimits.title,
  description: textLimits.description,
  alt_text: textLimits.altText,
  link: textLimits.link,
} as const;

function checkTexts(cells: Cells, wrong: Wrong): void {
  for (const column of ['title', 'description', 'alt_text', 'link'] as const) {
    if (cells[column].length > limits[column]) wrong(column, 'too-long');
  }
  const { link } = cells;
  if (link && !/^https?:$/.test(URL.parse(link)?.protocol ?? '')) wrong('link', 'bad-link');
}

function imageOf(
  { image_url: image }: Cells,
  { files }: CheckAgainst,
  wrong: Wrong,
): PlannedRow['image'] | null {
  if (image === '') wrong('image_url', 'no-image');
  else if (files.has(image)) return { file: image };
  else if (!/^[a-z][a-z\d+.-]*:/i.test(image)) wrong('image_url', 'no-file');
  else if (!canBeFetchedByPinterest({ url: image, type: '' })) wrong('image_url', 'not-public');
  else return { url: image };
  return null;
}

const folded = (name: string) => name.normalize('NFC').trim().toLowerCase();

/** Finds the board that a cell names, by its name in any case or by its id. */
export const findBoard = (boards: readonly BoardRow[], name: string): BoardRow | undefined =>
  boards.find((board) => board.name === name) ??
  boards.find((board) => folded(board.name) === folded(name) || board.id === name);

function boardOf(
  cells: Cells,
  { boards, sections }: CheckAgainst,
  wrong: Wrong,
): BoardChoice | null {
  const board = cells.board === '' ? undefined : findBoard(boards, cells.board);
  if (!board) {
    wrong('board', 'no-board');
    return null;
  }
  const choice = { boardId: board.id, boardName: board.name, sectionId: null, sectionName: null };
  if (cells.section === '') return choice;
  const section = sections[board.id]?.find(
    ({ id, name }) => folded(name) === folded(cells.section) || id === cells.section,
  );
  if (section) return { ...choice, sectionId: section.id, sectionName: section.name };
  wrong('section', 'no-section');
  return null;
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/i;

function whenOf(text: string, { zone, now }: CheckAgainst, wrong: Wrong): When | null {
  if (text === '') return null;
  if (text.toLowerCase() === 'slot') return { kind: 'slot' };
  const at = WITH_OFFSET.test(text) ? Date.parse(text.replace(' ', 'T')) : wallMoment(text, zone);
  if (Number.isNaN(at)) wrong('publish_at', 'bad-time');
  else if (at <= now) wrong('publish_at', 'past');
  return { kind: 'at', at };
}

/** A time without a zone is of the slots' own. */
function wallMoment(text: string, zone: string): number {
  const parts = WALL.exec(text)?.slice(1).map(Number);
  if (!parts) return NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59) return NaN;
  return clockOf(zone).momentOf({ year, month, day, minute: hour * 60 + minute });
}
