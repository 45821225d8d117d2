import { describe, expect, it } from 'vitest';

import type { LibraryChange } from '../changes/types';
import { boardsWith, descriptionWith, pending, pinsWith, sectionsWith } from './overlay';
import type { PinRow } from './types';

const change = (ask: object, more: object = {}) =>
  ({
    id: 'c',
    state: 'waiting',
    updatedAt: 10,
    madeId: null,
    at: 1,
    ...ask,
    ...more,
  }) as unknown as LibraryChange;

const boards = ['Kitchen', 'Garden'].map((name, index) => ({
  id: `${index + 1}`,
  name,
  privacy: 'PUBLIC' as const,
  pinCount: 3,
  coverUrl: null,
  ownerUsername: 'linda',
  modifiedAt: 0,
}));

const pin = (id: string, more: Partial<PinRow> = {}): PinRow => ({
  id,
  title: id,
  description: '',
  altText: '',
  link: '',
  boardId: '1',
  sectionId: null,
  creativeType: 'REGULAR',
  createdAt: '',
  imageUrl: null,
  isOwn: true,
  ...more,
});

describe('what the library shows', () => {
  it('has changes on their way in it, and done ones until the list was read after them', () => {
    const states = ['waiting', 'sending', 'done', 'failed', 'undone'];
    const changes = states.map((state) => change({}, { id: state, state }));
    const shown = (readAt: number) => pending(changes, readAt).map(({ id }) => id);
    expect(shown(9)).toEqual(['waiting', 'sending', 'done']);
    expect(shown(10)).toEqual(['waiting', 'sending']);
  });

  it('has new boards first, changed ones changed and deleted ones not', () => {
    const shown = boardsWith(
      boards,
      [
        change({ op: 'boards/create', input: { name: 'Attic', privacy: 'SECRET' } }),
        change({ op: 'boards/update', input: { board_id: '1', name: 'Cooking' } }),
        change({ op: 'boards/update', input: { board_id: '1', privacy: 'SECRET' } }),
        change({ op: 'boards/delete', input: { board_id: '2' } }),
      ],
      'linda',
    );
    expect(shown).toMatchObject([
      { id: 'c', name: 'Attic', privacy: 'SECRET', ownerUsername: 'linda' },
      { id: '1', name: 'Cooking', privacy: 'SECRET', pinCount: 3 },
    ]);
  });

  it('has what a board is to say of itself, the last of its own changes', () => {
    const update = (board_id: string, description?: string) =>
      change({ op: 'boards/update', input: { board_id, description } });
    const said = (...changes: LibraryChange[]) => descriptionWith('Before', '1', changes);
    expect(said()).toBe('Before');
    expect(said(update('1', 'A'), update('1', 'B'), update('1'), update('2', 'C'))).toBe('B');
    expect(said(update('1', ''))).toBe('');
  });

  it('has a board once that was made and read', () => {
    const made = change({ op: 'boards/create', input: { name: 'Garden' } }, { madeId: '2' });
    expect(boardsWith(boards, [made], 'linda')).toHaveLength(2);
  });

  it('has a board that was just made as it was changed since, and none that was deleted since', () => {
    const made = (name: string, madeId: string) =>
      change({ op: 'boards/create', input: { name } }, { madeId });
    const shown = boardsWith(
      [],
      [
        made('Gardn', '7'),
        made('Cakes', '8'),
        change({ op: 'boards/update', input: { board_id: '7', name: 'Garden' } }),
        change({ op: 'boards/delete', input: { board_id: '8' } }),
      ],
      'linda',
    );
    expect(shown.map(({ id, name }) => [id, name])).toEqual([['7', 'Garden']]);
  });

  it('has sections as they will be', () => {
    const sections = [
      { id: '1', name: 'Soups' },
      { id: '2', name: 'Cakes' },
    ];
    const changes = [
      change({ op: 'board_sections/create', input: { board_id: '1', name: 'Bread' } }),
      change({ op: 'board_sections/create', input: { board_id: '2', name: 'Elsewhere' } }),
      change({ op: 'board_sections/update', input: { section_id: '1', name: 'Stews' } }),
      change({ op: 'board_sections/delete', input: { section_id: '2' } }),
    ];
    expect(sectionsWith(sections, '1', changes).map(({ name }) => name)).toEqual([
      'Stews',
      'Bread',
    ]);
  });

  it('leaves pins out that are deleted or moved, and shows words that are changed', () => {
    const update = (input: object) => change({ op: 'pins/update', input });
    const changes = [
      change({ op: 'pins/delete', input: { pin_id: '1' } }),
      update({ pin_id: '2', board_id: '9', board_section_id: null }),
      update({ pin_id: '3', title: 'New', link: null }),
      update({ pin_id: '4', board_id: '1', board_section_id: '7' }),
    ];
    const pins = [pin('1'), pin('2'), pin('3', { link: 'https://a.example/' }), pin('4')];
    const board = { kind: 'board', boardId: '1', sectionId: null } as const;
    expect(pinsWith(pins, board, changes)).toMatchObject([
      { id: '3', title: 'New', link: '' },
      { id: '4', sectionId: '7' },
    ]);
    expect(pinsWith(pins, { ...board, sectionId: '7' }, changes)).toHaveLength(1);
    expect(pinsWith(pins, { kind: 'all' }, changes)).toHaveLength(3);
  });
});
