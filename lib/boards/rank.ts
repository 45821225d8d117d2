import type { BoardRow, RecentChoice, SectionRow } from './types';
import { wordsOf } from './words';

/** A board, or one of its sections: what a pin can be put on. */
export interface Place {
  board: BoardRow;
  section: SectionRow | null;
}

/** All places, the likely ones first. */
export interface RankedPlaces {
  /** Newest first; a section only where its name is known. */
  recent: Place[];
  /** Every board, by name. */
  boards: Place[];
  /** Every section whose name is known. */
  sections: Place[];
}

/** How many recent places are offered before all others. */
const RECENT_SHOWN = 5;

/** Puts the places where the person pinned last before all boards by name. `language` is a BCP 47 tag. */
export function rankPlaces(
  boards: readonly BoardRow[],
  known: { recent: readonly RecentChoice[]; sections: Readonly<Record<string, SectionRow[]>> },
  language: string,
): RankedPlaces {
  const byId = new Map(boards.map((board) => [board.id, board]));
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return {
    recent: recentPlaces(byId, known),
    boards: boards
      .toSorted((a, b) => compare(a.name, b.name))
      .map((board) => ({ board, section: null })),
    sections: Object.entries(known.sections).flatMap(([boardId, sections]) => {
      const board = byId.get(boardId);
      return board ? sections.map((section) => ({ board, section })) : [];
    }),
  };
}

/** The name of a place as people read it: `Weeknight dinners` or `Weeknight dinners / Sauces`. */
export function placeName({ board, section }: Place): string {
  return section ? `${board.name} / ${section.name}` : board.name;
}

/** A key that no other place has. */
export function placeKey({ board, section }: Place): string {
  return section ? `${board.id}/${section.id}` : board.id;
}

function recentPlaces(
  boards: ReadonlyMap<string, BoardRow>,
  { recent, sections }: Parameters<typeof rankPlaces>[1],
): Place[] {
  const places = new Map<string, Place>();
  for (const choice of recent.toSorted((a, b) => b.at - a.at)) {
    const board = boards.get(choice.boardId);
    const section = sections[choice.boardId]?.find(({ id }) => id === choice.sectionId) ?? null;
    if (!board || (choice.sectionId && !section)) continue; // deleted, or its name is not known yet
    const place = { board, section };
    if (!places.has(placeKey(place))) places.set(placeKey(place), place);
  }
  return [...places.values()].slice(0, RECENT_SHOWN);
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
