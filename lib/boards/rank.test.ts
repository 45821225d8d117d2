import { expect, it } from 'vitest';

import { placeKey, placeName, rankPlaces } from './rank';
import type { BoardRow } from './types';

const board = (id: string, name: string): BoardRow => ({
  id,
  name,
  privacy: 'PUBLIC',
  pinCount: 0,
  coverUrl: null,
  ownerUsername: 'linda_kitchen',
  modifiedAt: 0,
});
const boards = [board('1', 'Öfen'), board('2', 'Board 10'), board('3', 'Board 9')];
const sections = { '2': [{ id: 's', name: 'Sauces' }] };

it('puts the newest choices first and every board after them by name', () => {
  const recent = [
    { boardId: '1', sectionId: null, at: 10 },
    { boardId: '2', sectionId: 's', at: 20 },
  ];

  const ranked = rankPlaces(boards, { recent, sections }, 'en');

  expect(ranked.recent.map(placeName)).toEqual(['Board 10 / Sauces', 'Öfen']);
  expect(ranked.boards.map(placeName)).toEqual(['Board 9', 'Board 10', 'Öfen']);
  expect(ranked.sections.map(placeKey)).toEqual(['2/s']);
});

it('leaves out choices that are gone, that have no name yet, or that are there twice', () => {
  const recent = [
    { boardId: 'gone', sectionId: null, at: 5 },
    { boardId: '3', sectionId: 'unknown', at: 4 },
    { boardId: '1', sectionId: null, at: 3 },
    { boardId: '1', sectionId: null, at: 2 },
  ];

  expect(rankPlaces(boards, { recent, sections }, 'en').recent.map(placeKey)).toEqual(['1']);
});
