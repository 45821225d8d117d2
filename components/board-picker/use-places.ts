import { useEffect, useMemo } from 'preact/hooks';

import { prepareLoosely } from '../../lib/boards/fuzzy';
import {
  offerOf,
  placeName,
  placesOfBoards,
  placesOfSections,
  rankPlaces,
  type Offer,
} from '../../lib/boards/rank';
import { searchable, type Searchable } from '../../lib/boards/search';
import type { Suggestion } from '../../lib/boards/suggest';
import type { BoardRow } from '../../lib/boards/types';
import type { BoardsStore } from '../../lib/state/boards';
import { useStore } from '../use-store';

export interface Places {
  /** The first so many of those that are offered while nothing is typed. */
  take(count: number): Offer[];
  /** All there are, in their order, ready to be searched. */
  index(): Searchable<Offer>[];
}

/** All places in their order. What depends on the boards alone is made once for them, and no more of it than is shown. */
export function usePlaces(store: BoardsStore, suggestions: readonly Suggestion[]): Places {
  const boards = useStore(store, (state) => state.boards);
  const recent = useStore(store, (state) => state.recent);
  const marks = useStore(store, (state) => state.marks);
  const sections = useStore(store, (state) => state.sections);
  const ofBoards = useMemo(() => {
    const { byId, inOrder } = placesOfBoards(boards);
    const index = lazily(() => searchable(inOrder.map(offerOf), placeName));
    return { byId, inOrder, index };
  }, [boards]);
  const ofSections = useMemo(() => {
    const offers = placesOfSections(ofBoards.byId, sections);
    return { offers, index: lazily(() => searchable(offers, placeName)) };
  }, [ofBoards, sections]);
  const places = useMemo(() => {
    const { first, last, isOther } = rankPlaces(ofBoards.byId, {
      recent,
      sections,
      marks,
      suggestions,
    });
    return {
      take: (count: number) => [
        ...first.slice(0, count),
        ...takeWhere(isOther, count - first.length, ofBoards.inOrder, ofSections.offers),
      ],
      index: lazily(() =>
        searchable(first, placeName).concat(
          without(ofBoards.index(), [...first, ...last].filter(isBoard)),
          ofSections.index().filter(({ item }) => isOther(item)),
          searchable(last, placeName),
        ),
      ),
    };
  }, [ofBoards, ofSections, recent, sections, marks, suggestions]);
  // Ready before the first letter, and not before the first paint: who takes what is offered waits for nothing.
  useEffect(() => whenIdle(() => prepareLoosely(places.index())), [places]);
  return places;
}

const isBoard = ({ section }: Offer) => section === null;

/** A list of boards without some: of ten thousand a few are taken out, which takes a tenth of asking each. */
function without(
  list: readonly Searchable<Offer>[],
  boards: readonly Offer[],
): Searchable<Offer>[] {
  const others = [...list];
  for (const { board } of boards) {
    const at = others.findIndex(({ item }) => item.board === board);
    if (at >= 0) others.splice(at, 1);
  }
  return others;
}

/** No more offers are made than are taken. */
function takeWhere(
  isWanted: (offer: Offer) => boolean,
  count: number,
  boards: readonly BoardRow[],
  sections: readonly Offer[],
): Offer[] {
  const taken: Offer[] = [];
  for (const offer of eachOf(boards, sections)) {
    if (taken.length >= count) break;
    if (isWanted(offer)) taken.push(offer);
  }
  return taken;
}

function* eachOf(boards: readonly BoardRow[], sections: readonly Offer[]): Generator<Offer> {
  for (const board of boards) yield offerOf(board);
  yield* sections;
}

function whenIdle(prepare: () => unknown): () => void {
  const asked = requestIdleCallback(prepare);
  return () => cancelIdleCallback(asked);
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
