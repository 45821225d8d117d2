import { expect, it } from 'vitest';

import type { Send } from '../messages/create-send';
import { searchBoards, toPinRow } from './read';

it('finds boards to the last page of the search', async () => {
  const ask = async (_: string, { input }: { input: { bookmark?: string } }) => {
    const at = Number(input.bookmark ?? 0);
    return { items: [{ id: `${at}`, name: 'Bread' }], bookmark: at < 2 ? `${at + 1}` : '2' };
  };
  const found = await searchBoards(ask as unknown as Send, 'bread');
  expect(found.map(({ id }) => id)).toEqual(['0', '1', '2']);
});

it('takes a pin for the person’s own where Pinterest does not say whose it is', () => {
  expect(toPinRow({ id: '1' }).isOwn).toBe(true);
  expect(toPinRow({ id: '1', is_owner: false }).isOwn).toBe(false);
});
