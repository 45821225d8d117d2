import { describe, expect, it } from 'vitest';

import type { LibraryChange } from '../../lib/changes/types';
import type { PinRow } from '../../lib/library/types';
import { batchesOf, latestBatch } from './batches';
import { editOf, moveOf } from './pin-changes';

const pin: PinRow = {
  id: '5',
  title: 'Soup',
  description: '',
  altText: '',
  link: 'https://a.example/',
  boardId: '1',
  sectionId: '2',
  creativeType: 'REGULAR',
  createdAt: '',
  imageUrl: null,
  isOwn: true,
};

describe('a change of a pin', () => {
  it('asks for what is other than before, and remembers what was', () => {
    const { title, description, altText } = pin;
    expect(editOf(pin, { title, description, altText, link: '' })).toMatchObject({
      input: { pin_id: '5', link: null },
      back: { pin_id: '5', link: 'https://a.example/' },
      name: 'Soup',
    });
    expect(editOf(pin, pin)).toBeNull();
  });

  it('moves it to a board and out of its section, and back to both', () => {
    const board = { boardId: '9', boardName: 'Attic', sectionId: null, sectionName: null };
    expect(moveOf(pin, board)).toMatchObject({
      input: { board_id: '9', board_section_id: null },
      back: { board_id: '1', board_section_id: '2' },
    });
  });
});

describe('changes that were asked for together', () => {
  const change = (batch: string, state: string, more: object = {}) =>
    ({ batch, state, madeId: null, unsure: false, updatedAt: 1000, ...more }) as LibraryChange;

  it('are under way until the last of them has ended', () => {
    const batches = batchesOf([
      change('a', 'done'),
      change('a', 'waiting'),
      change('b', 'failed'),
      change('c', 'undone'),
    ]);
    expect(batches.map(({ batch, state }) => [batch, state])).toEqual([
      ['a', 'waiting'],
      ['b', 'failed'],
    ]);
  });

  it('can be taken back for a minute, where there is a way back', () => {
    const back = { back: {} };
    expect(latestBatch([change('a', 'done', back)], 2000)?.batch).toBe('a');
    expect(latestBatch([change('a', 'done', back)], 90_000)).toBeNull();
    expect(latestBatch([change('a', 'done')], 2000)).toBeNull();
    expect(latestBatch([change('a', 'sending')], 2000)).toBeNull();
  });
});
