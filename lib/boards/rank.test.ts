import { describe, expect, it } from 'vitest';

import {
  placeKey,
  placeName,
  offerOf,
  placesOfBoards,
  placesOfSections,
  placeWords,
  rankPlaces,
  type Known,
} from './rank';
import type { BoardRow } from './types';

const board = (id: string, name: string, modifiedAt = 0): BoardRow => ({
  id,
  name,
  privacy: 'PUBLIC',
  pinCount: 0,
  coverUrl: null,
  ownerUsername: 'linda_kitchen',
  modifiedAt,
});
const boards = [board('1', 'Öfen', 1), board('2', 'Board 10', 2), board('3', 'Board 9', 3)];
const sections = { '2': [{ id: 's', name: 'Sauces' }] };
const known: Known = {
  recent: [],
  sections,
  marks: { starred: [], hidden: [] },
  suggestions: [],
};
const ranked = (over: Partial<Known> = {}) => {
  const { byId, inOrder } = placesOfBoards(boards);
  const now = { ...known, ...over };
  const { first, last, isOther } = rankPlaces(byId, now);
  const others = [...inOrder.map(offerOf), ...placesOfSections(byId, now.sections)].filter(isOther);
  return [...first, ...others, ...last];
};
const keys = (over: Partial<Known>) => ranked(over).map(placeKey);

describe('rankPlaces', () => {
  it('puts the boards that were changed last first, and sections after all boards', () => {
    expect(keys({})).toEqual(['3', '2', '1', '2/s']);
  });

  it('puts suggestions before starred boards, and those before recent ones, each once', () => {
    const recent = [
      { boardId: '1', sectionId: null, at: 10 },
      { boardId: '2', sectionId: 's', at: 20 },
    ];
    const suggestions = [{ key: '2', because: { kind: 'site' as const } }];
    const marks = { starred: ['3', '2'], hidden: [] };

    expect(keys({ recent, suggestions, marks })).toEqual(['2', '3', '2/s', '1']);
    expect(ranked({ recent, suggestions, marks })[2]).toMatchObject({
      standing: { kind: 'recent' },
    });
  });

  it('suggests three at most', () => {
    const suggestions = ['1', '2', '2/s', '3'].map((key) => ({
      key,
      because: { kind: 'page' as const },
    }));
    const kinds = ranked({ suggestions }).map(({ standing }) => standing.kind);

    expect(kinds).toEqual(['page', 'page', 'page', 'other']);
  });

  it('puts hidden boards last, whatever speaks for them', () => {
    const suggestions = [{ key: '3', because: { kind: 'page' as const } }];
    const all = ranked({ suggestions, marks: { starred: ['3'], hidden: ['3'] } });

    expect(all.map(placeKey)).toEqual(['2', '1', '2/s', '3']);
    expect(all.at(-1)?.standing).toEqual({ kind: 'hidden' });
  });

  it('leaves out what is deleted, and what has no name yet', () => {
    const recent = [
      { boardId: 'gone', sectionId: null, at: 5 },
      { boardId: '3', sectionId: 'unknown', at: 4 },
    ];
    expect(keys({ recent, marks: { starred: ['lost'], hidden: ['away'] } })).toEqual([
      '3',
      '2',
      '1',
      '2/s',
    ]);
  });

  it('names a section by its board as well', () => {
    expect(ranked().map(placeName)).toContain('Board 10 / Sauces');
  });
});

it('finds places by the words of their names', () => {
  const named = placeWords([
    { key: '1', name: 'Kitchen taps' },
    { key: '2/s', name: 'Home / Taps' },
  ]);
  expect(named.get('taps')).toEqual(['1', '2/s']);
});
