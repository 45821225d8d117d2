import { describe, expect, it } from 'vitest';

import type { BoardRow } from './boards/types';
import { libraryStart } from './library/start';
import { addressFor, suggestionsFor } from './omnibox-answers';

const boards = ['Winter cakes', 'Cakes', 'Crème & <b>'].map(
  (name, index) => ({ id: `${index + 1}`, name }) as BoardRow,
);
const site = 'https://www.pinterest.com';
const start = (typed: string) => libraryStart(new URL(addressFor(typed, boards, site)).hash);

describe('the address bar', () => {
  it('suggests boards, those that begin with what was typed first', () => {
    expect(suggestionsFor('CAKE', boards).map(({ content }) => content)).toEqual([
      'Cakes',
      'Winter cakes',
    ]);
    expect(suggestionsFor(' ', boards)).toEqual([]);
  });

  it('writes names so that no browser takes them for markup', () => {
    expect(suggestionsFor('creme', boards)).toEqual([
      { content: 'Crème & <b>', description: 'Crème &#38; &#60;b&#62;' },
    ]);
  });

  it('leads to a board, to a search, and to a pin', () => {
    expect(start('cakes')).toEqual({ kind: 'board', boardId: '2', sectionId: null });
    expect(start('plum & "jam"')).toEqual({ kind: 'search', query: 'plum & "jam"' });
    expect(addressFor('900719925474100', boards, site)).toBe(`${site}/pin/900719925474100/`);
    expect(addressFor('https://www.pinterest.co.uk/pin/123/', boards, site)).toBe(
      `${site}/pin/123/`,
    );
  });

  it('takes nothing else from an address', () => {
    expect(['', '#', '#board=<b>', '#search=%20', '#x=1'].map(libraryStart)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});
