import { keyOfChoice, type Because, type Suggestion } from './suggest';
import type { BoardMarks, BoardRow, RecentChoice, SectionRow } from './types';
import { wordsOf } from './words';

/** A board, or one of its sections: what a pin can be put on. */
export interface Place {
  board: BoardRow;
  section: SectionRow | null;
}

/** Why a place is where it is in the list. */
export type Standing = Because | { kind: 'starred' | 'hidden' | 'other' };

/** A place as it is offered. */
export interface Offer extends Place {
  standing: Standing;
}

/** What is known besides the boards. */
export interface Known {
  recent: readonly RecentChoice[];
  sections: Readonly<Record<string, SectionRow[]>>;
  marks: BoardMarks;
  /** The likeliest first, as `suggestPlaces` gives them. */
  suggestions: readonly Suggestion[];
}

/** How many places the keys 1 to 3 choose. */
export const SUGGESTED = 3;

/** How many recent places are offered before all others. */
const RECENT_SHOWN = 5;

/** Boards by their ids, and in the order in which they are offered where nothing speaks for any. */
export interface BoardPlaces {
  byId: ReadonlyMap<string, BoardRow>;
  /** The one that was changed last first. */
  inOrder: readonly BoardRow[];
}

/** Some places in the order in which they are offered; all others stand between `first` and `last`, in their own order. */
export interface Ranking {
  /** Suggestions, then starred boards, then those where the person pinned last. */
  first: Offer[];
  /** Hidden boards and their sections: they are found by their names, and not offered. */
  last: Offer[];
  /** Tells of a place whether it is one of the others. */
  isOther: (place: Place) => boolean;
}

const other = { kind: 'other' } as const;
const hiddenStanding = { kind: 'hidden' } as const;

/** Puts boards in their order; once for a list, as there may be ten thousand. */
export function placesOfBoards(boards: readonly BoardRow[]): BoardPlaces {
  const byId = new Map<string, BoardRow>();
  for (const board of boards) byId.set(board.id, board);
  return { byId, inOrder: newestFirst(boards) };
}

/** As a board is offered that nothing speaks for. */
export const offerOf = (board: BoardRow): Offer => ({ board, section: null, standing: other });

/** All that were read are in this order already: to see so takes a fraction of the time. */
function newestFirst(boards: readonly BoardRow[]): readonly BoardRow[] {
  let before = Infinity;
  for (const { modifiedAt } of boards) {
    if (modifiedAt > before) return boards.toSorted((a, b) => b.modifiedAt - a.modifiedAt);
    before = modifiedAt;
  }
  return boards;
}

/** Makes places of the sections whose names are known. */
export function placesOfSections(byId: BoardPlaces['byId'], sections: Known['sections']): Offer[] {
  return Object.entries(sections).flatMap(([id, inside]) => {
    const board = byId.get(id);
    return board ? inside.map((section) => ({ board, section, standing: other })) : [];
  });
}

/** Tells which places go before all others, and which after them. */
export function rankPlaces(byId: BoardPlaces['byId'], known: Known): Ranking {
  const { sections, marks, suggestions } = known;
  const hidden = new Set(marks.hidden);
  const first = new Map<string, Offer>();
  const offer = (key: string, standing: Standing) => {
    if (first.has(key) || hidden.has(boardIdOf(key))) return;
    const place = placeOf(key, byId, sections);
    if (place) first.set(key, { ...place, standing });
  };
  for (const { key, because } of suggestions) if (first.size < SUGGESTED) offer(key, because);
  for (const id of marks.starred) offer(id, { kind: 'starred' });
  for (const key of recentKeys(known)) offer(key, { kind: 'recent' });
  const last: Offer[] = [];
  for (const id of hidden) {
    const board = byId.get(id);
    if (!board) continue;
    last.push({ board, section: null, standing: hiddenStanding });
    for (const section of sections[id] ?? [])
      last.push({ board, section, standing: hiddenStanding });
  }
  const isOther = (place: Place) => !first.has(placeKey(place)) && !hidden.has(place.board.id);
  return { first: [...first.values()], last, isOther };
}

const boardIdOf = (key: string) => key.split('/', 1)[0] ?? '';

/** The place of a key; undefined where it is deleted, or its name is not known yet. */
function placeOf(
  key: string,
  boards: ReadonlyMap<string, BoardRow>,
  sections: Known['sections'],
): Place | undefined {
  const [boardId = '', sectionId] = key.split('/');
  const board = boards.get(boardId);
  if (!board || sectionId === undefined) return board && { board, section: null };
  const section = sections[boardId]?.find(({ id }) => id === sectionId);
  return section && { board, section };
}

const recentKeys = ({ recent }: Known) =>
  recent
    .toSorted((a, b) => b.at - a.at)
    .slice(0, RECENT_SHOWN)
    .map(keyOfChoice);

/** The name of a place as people read it: `Weeknight dinners` or `Weeknight dinners / Sauces`. */
export function placeName({ board, section }: Place): string {
  return section ? `${board.name} / ${section.name}` : board.name;
}

/** A key that no other place has. */
export function placeKey({ board, section }: Place): string {
  return section ? `${board.id}/${section.id}` : board.id;
}

/** Places by the words of their names, for `suggestPlaces`. */
export function placeWords(
  places: readonly { key: string; name: string }[],
): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const { key, name } of places) {
    for (const word of wordsOf(name)) {
      const keys = named.get(word);
      if (keys) keys.push(key);
      else named.set(word, [key]);
    }
  }
  return named;
}

/** Boards whose names are held against the page's words: the others are found by typing. */
const NAMES_READ = 2000;

/** The boards that were changed last by the words of their names, for `suggestPlaces`. */
export const boardWords = (boards: readonly BoardRow[]): Map<string, string[]> =>
  placeWords(
    newestFirst(boards)
      .slice(0, NAMES_READ)
      .map(({ id, name }) => ({ key: id, name })),
  );
