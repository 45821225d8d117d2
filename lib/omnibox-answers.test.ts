import { describe, expect, it } from 'vitest';

import type { BoardRow } from './boards/types';
import { libraryStart } from './library/start';
import { addressFor, suggestionsFor } from './omnibox-answers';

const owners = ['linda', 'linda', 'linda', 'maria'];
const boards = ['Winter cakes', 'Cakes', 'Crème & <b>', 'Cakes'].map(
  (name, index) => ({ id: `${index + 1}`, name, ownerUsername: owners[index] }) as BoardRow,
);
const site = 'https://www.pinterest.com';
const start = (typed: string) => libraryStart(new URL(addressFor(typed, boards, site)).hash);

describe('the address bar', () => {
  it('suggests boards, those that begin with what was typed first, and then the search for it', () => {
    expect(suggestionsFor('CAKE', boards).map(({ description }) => description)).toEqual([
      'Cakes (linda)',
      'Cakes (maria)',
      'Winter cakes',
      'Search my pins for “CAKE”',
    ]);
    expect(suggestionsFor('cakes win', boards)[0]?.description).toBe('Winter cakes'); // in any order
    expect(suggestionsFor(' ', boards)).toEqual([]);
  });

  it('finds a board in spite of a slip of the finger, behind those that are called so', () => {
    const plant = { id: '5', name: 'Caked soil', ownerUsername: 'linda' } as BoardRow;
    const names = (typed: string) =>
      suggestionsFor(typed, [...boards, plant]).map(({ content }) => content);
    expect(names('wintr caks')).toEqual(['Winter cakes · 1', '? wintr caks']);
    const slips = ['Winter cakes · 1', 'Cakes · 2', 'Cakes · 4'];
    expect(names('caked')).toEqual(['Caked soil · 5', ...slips, '? caked']);
    expect(start('caks')).toEqual({ kind: 'search', query: 'caks' }); // Enter alone takes nothing that was not typed
  });

  it('leads to each of two boards of one name, and searches for a board’s name where that is chosen', () => {
    const [first, second, , search] = suggestionsFor('cakes', boards).map(({ content }) => content);
    expect(start(first!)).toMatchObject({ boardId: '2' });
    expect(start(second!)).toMatchObject({ boardId: '4' });
    expect(start(search!)).toEqual({ kind: 'search', query: 'cakes' });
    expect(suggestionsFor(search!, boards).map(({ content }) => content)).toEqual([search]);
  });

  it('offers the pin whose number or address was typed', () => {
    const [pin] = suggestionsFor('https://www.pinterest.co.uk/pin/900719925474100/', boards);
    expect(pin).toEqual({ content: '900719925474100', description: 'Open pin 900719925474100' });
    expect(addressFor(pin!.content, boards, site)).toBe(`${site}/pin/900719925474100/`);
  });

  it('writes names so that no browser takes them for markup', () => {
    expect(suggestionsFor('creme', boards)[0]).toEqual({
      content: 'Crème & <b> · 3',
      description: 'Crème &#38; &#60;b&#62;',
    });
    expect(start('Crème & <b> · 3')).toMatchObject({ boardId: '3' });
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
