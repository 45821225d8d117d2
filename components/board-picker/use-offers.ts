import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { featuresOf } from '../../lib/boards/choices';
import { searchBoth } from '../../lib/boards/fuzzy';
import {
  boardWords,
  placeKey,
  placeName,
  SUGGESTED,
  type Offer,
  type Place,
} from '../../lib/boards/rank';
import { searchable, searchItems } from '../../lib/boards/search';
import { suggestPlaces, type Suggestion } from '../../lib/boards/suggest';
import type { BoardRow } from '../../lib/boards/types';
import type { Draft } from '../../lib/drafts/types';
import type { BoardsStore } from '../../lib/state/boards';
import { atLeisure } from '../../lib/state/drawn';
import { useStore } from '../use-store';
import { usePlaces } from './use-places';

/** What the board is wanted for. */
export type About = Pick<Draft, 'id' | 'pageUrl' | 'pageTitle' | 'title' | 'altText' | 'image'>;

const none: Suggestion[] = [];

/** The names of so many boards are read in no time. */
const FEW = 200;

export interface Offers {
  /** What is offered while nothing is typed, else what fits. */
  found: Offer[];
  /** Whether there are more than were asked for. */
  hasMore: boolean;
  /** The likeliest places, whatever is typed. */
  first: Offer[];
}

/** Gives the places to offer for what is typed, the likeliest first and `limit` at most; within a board, its sections. */
export function useOffers(
  store: BoardsStore,
  {
    about,
    query,
    within,
    limit,
  }: { about: About | null; query: string; within: Place | null; limit: number },
): Offers {
  const sections = useStore(store, (state) => state.sections);
  const suggestions = useSuggestions(store, about);
  const places = usePlaces(store, suggestions);
  const inside = useMemo(() => within && insideOf(within, sections), [within, sections]);
  const index = useMemo(
    () => (inside ? () => searchable(inside, placeName) : places.index),
    [inside, places],
  );
  const isTyped = query.trim() !== '';
  const typed = useMemo(
    () => (isTyped ? searchBoth(index(), query, placeKey, limit + 1) : null),
    [index, isTyped, query, limit],
  );
  const found = useMemo(
    () => typed?.slice(0, limit + 1) ?? inside ?? places.take(limit + 1),
    [typed, inside, places, limit],
  );
  const first = useMemo(() => places.take(SUGGESTED).filter(isSuggestion), [places]);
  useSectionsOfTyped(store, found[0], query);
  return { found: found.slice(0, limit), hasMore: found.length > limit, first };
}

function insideOf(
  within: Place,
  sections: Record<string, { id: string; name: string }[]>,
): Offer[] {
  const standing = { kind: 'other' } as const;
  const inside = (sections[within.board.id] ?? []).map((section) => ({
    board: within.board,
    section,
    standing,
  }));
  return [{ ...within, standing }, ...inside];
}

function useSuggestions(store: BoardsStore, about: About | null): Suggestion[] {
  const choices = useStore(store, (state) => state.choices);
  const boards = useStore(store, (state) => state.boards);
  const [named, setNamed] = useState<ReadonlyMap<string, string[]>>(() => new Map());
  const features = useFeatures(about);
  const isAsked = features !== null;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isOld = false;
    // After the first paint; of many, whose names take 20 ms to be read, in no key's way.
    const read = () => isOld || setNamed(boardWords(boards));
    if (boards.length > FEW) void atLeisure().then(read);
    else setTimeout(read, 0);
    return () => void (isOld = true);
  }, [boards, isAsked]);
  const suggestions = useMemo(
    () => (features ? suggestPlaces(choices, { ...features, at: Date.now() }, named) : none),
    [choices, features, named],
  );
  useEffect(() => {
    const { sections, loadSections } = store.getState();
    // A section is known by its id until its board's are read.
    for (const { key } of suggestions.slice(0, 3)) {
      const [boardId = '', sectionId] = key.split('/');
      if (sectionId && !sections[boardId]) void quietly(loadSections(boardId));
    }
  }, [store, suggestions]);
  return suggestions;
}

/** What the person types into the other fields does not move boards under their fingers: only another picture does. */
function useFeatures(about: About | null) {
  const key = about && `${about.id} ${about.image.url}`;
  const kept = useRef<{ key: string | null; features: Features | null }>({
    key: null,
    features: null,
  });
  if (kept.current.key !== key) kept.current = { key, features: about && featuresOf(about) };
  return kept.current.features;
}

type Features = ReturnType<typeof featuresOf>;

/** Who types a board's name and a slash wants its sections. */
function useSectionsOfTyped(store: BoardsStore, first: Offer | undefined, query: string): void {
  const named = query.includes('/') ? query.slice(0, query.indexOf('/')) : null;
  const firstId = first?.board.id;
  useEffect(() => {
    if (named === null || named.trim() === '') return;
    const { boards, loadSections } = store.getState();
    const nameOf = (board: BoardRow) => board.name;
    const boardId = firstId ?? searchItems(searchable(boards, nameOf), named)[0]?.id;
    if (boardId) void quietly(loadSections(boardId));
  }, [store, named, firstId]);
}

/** What is only looked for along the way is no error where it can't be read. */
const quietly = (work: Promise<unknown>) => work.catch(() => undefined);

const isSuggestion = ({ standing: { kind } }: Offer) => kind !== 'other' && kind !== 'hidden';
