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

/**
 * Puts the likely places before all others: suggestions, then starred boards, then those where the person pinned last, then
 * every board, the one that was changed last first, then sections whose names are known. Hidden boards come last of all: they
 * are found by their names, and not offered.
 */
export function rankPlaces(boards: readonly BoardRow[], known: Known): Offer[] {
  const { sections, marks, suggestions } = known;
  const byId = new Map(boards.map((board) => [board.id, board]));
  const hidden = new Set(marks.hidden);
  const offers = new Map<string, Offer>();
  const offer = (key: string, standing: Standing) => {
    if (offers.has(key)) return;
    const place = placeOf(key, byId, sections);
    if (place)
      offers.set(key, { ...place, standing: isHidden(place) ? { kind: 'hidden' } : standing });
  };
  const isHidden = ({ board }: Place) => hidden.has(board.id);
  for (const { key, because } of suggestions) {
    if (offers.size < SUGGESTED && !hidden.has(boardIdOf(key))) offer(key, because);
  }
  for (const id of marks.starred) if (!hidden.has(id)) offer(id, { kind: 'starred' });
  for (const key of recentKeys(known))
    if (!hidden.has(boardIdOf(key))) offer(key, { kind: 'recent' });
  const shown = boards.filter(({ id }) => !hidden.has(id));
  for (const { id } of shown.toSorted((a, b) => b.modifiedAt - a.modifiedAt)) {
    offer(id, { kind: 'other' });
  }
  for (const isLast of [false, true]) {
    for (const id of isLast ? marks.hidden : []) offer(id, { kind: 'hidden' });
    for (const [id, inside] of Object.entries(sections)) {
      if (hidden.has(id) !== isLast) continue;
      for (const section of inside) offer(`${id}/${section.id}`, { kind: 'other' });
    }
  }
  return [...offers.values()];
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
    for (const word of wordsOf(name)) named.set(word, [...(named.get(word) ?? []), key]);
  }
  return named;
}
