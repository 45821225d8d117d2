import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { packBoards, readIndex, unpackBoards, unpackFirst, writeIndex } from './packed';
import type { BoardRow } from './types';

const board: BoardRow = {
  id: '733946077999906713',
  name: 'Kitchen ideas',
  privacy: 'SECRET',
  pinCount: 12,
  coverUrl: 'https://i.pinimg.com/400x300/a.jpg',
  ownerUsername: 'linda_kitchen',
  modifiedAt: 1_764_000_000_000,
  collaborators: 3,
};

const packed = (boards: BoardRow[]) => ({ rows: packBoards(boards), count: boards.length });

beforeEach(() => fakeBrowser.reset());

describe('packed boards', () => {
  it.each<[string, Partial<BoardRow>]>([
    ['a secret group board with a cover', {}],
    ['one without cover or owner', { coverUrl: null, ownerUsername: '' }],
    ['a protected one', { privacy: 'PROTECTED' }],
    ['one that Tack made', { madeAt: 1_764_000_000_001 }],
    ['a name from right to left, with an emoji', { name: 'أفكار 😀 "<b>&amp;' }],
    ['an empty name', { name: '' }],
  ])('are as they were: %s', (_, over) => {
    const boards = [{ ...board, ...over }, board];
    expect(unpackBoards(packBoards(boards))).toEqual(boards);
  });

  it('stay one board each, whatever stands in a name', () => {
    const boards = [{ ...board, name: 'One\nTwo\tThree\r' }, board];
    expect(unpackBoards(packBoards(boards)).map(({ name }) => name)).toEqual([
      'One Two Three ',
      'Kitchen ideas',
    ]);
  });

  it('are the first of many, with those that are offered first, in their order', () => {
    const boards = Array.from({ length: 1000 }, (_, at) => ({ ...board, id: `${at}` }));
    const first = unpackFirst(packed(boards), ['999', '7', '500', 'gone', '999']);
    expect(first?.total).toBe(1000);
    expect(first?.boards).toEqual([...boards.slice(0, 200), boards[500], boards[999]]);
  });

  it('are not parted where there are few', () => {
    const boards = Array.from({ length: 200 }, (_, at) => ({ ...board, id: `${at}` }));
    expect(unpackFirst(packed(boards), [])).toBeNull();
    expect(unpackFirst(packed([]), [])).toBeNull();
    expect(unpackFirst({ rows: 'a\tA', count: 500 }, [])).toBeNull(); // it is damaged
  });

  it('are none where there are none', () => {
    expect(unpackBoards(packBoards([]))).toEqual([]);
  });

  it('leave room in a session of 10 MB for ten thousand boards twice over, with long names', () => {
    const boards = Array.from({ length: 10_000 }, () => ({ ...board, name: 'n'.repeat(50) }));
    expect(packBoards(boards).length).toBeLessThan(2_500_000);
  });

  it('are kept for the session', async () => {
    expect(await readIndex()).toBeNull();
    const index = { accountId: 'a', boards: [board], complete: true, readAt: 5 };
    await writeIndex(index);
    expect(await readIndex()).toEqual(index);
  });
});
