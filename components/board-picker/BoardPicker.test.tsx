import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Choice } from '../../lib/boards/types';
import type { BoardChoice } from '../../lib/drafts/types';
import { AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { createBoardsStore } from '../../lib/state/boards';
import { boardMarks } from '../../lib/storage/items';
import { boardRow } from '../../test/library-stores';
import { BoardPicker } from './BoardPicker';
import type { About } from './use-offers';

const evil = '"><img src=x onerror=alert(1)>';
const boards = [
  boardRow('1', 'Kitchen ideas', { modifiedAt: 9 }),
  boardRow('2', 'Weeknight dinners', { collaborators: 2 }),
  boardRow('3', 'Gifts', { privacy: 'SECRET', collaborators: 1 }),
  boardRow('4', 'Ads', { privacy: 'PROTECTED' }),
  boardRow('5', 'أفكار المطبخ'),
  boardRow('6', '😀 Party'),
  boardRow('7', evil),
];
const about: About = {
  id: 'd',
  pageUrl: 'https://www.ikea.com/taps',
  pageTitle: 'Brass taps',
  title: '',
  altText: '',
  image: { url: 'https://www.ikea.com/a.jpg', alt: '' } as About['image'],
};
const choice = (boardId: string, over: Partial<Choice> = {}): Choice => ({
  boardId,
  sectionId: null,
  site: 'ikea.com',
  page: 1,
  words: [],
  at: 0,
  ...over,
});

interface Over {
  choices?: Choice[];
  value?: BoardChoice;
  onSecret?: () => void;
  faults?: AppError[]; // what reading meets, one after the other
}

function setUp(over: Over = {}) {
  const ask = vi.fn(async (type: string, asked: Record<string, string>) => {
    const fault = type.endsWith('/list') ? over.faults?.shift() : undefined;
    if (fault) throw fault;
    if (type === 'section/list')
      return asked['boardId'] === '1' ? [{ id: 's', name: 'Sauces' }] : [];
    if (type === 'section/create') return { id: 'new', name: asked['name'] };
    if (asked['name'] === 'Refused') throw new AppError('api/board-name', { message: 'no' });
    return boardRow('new', asked['name'] ?? '');
  });
  const store = createBoardsStore(ask as unknown as Send);
  store.setState({ boards, complete: true, status: 'ready', choices: over.choices ?? [] });
  const told = {
    chosen: [] as string[],
    also: [] as string[][],
    suggested: [] as (string | null)[],
  };
  function Fixture() {
    const [value, setValue] = useState<BoardChoice | null>(over.value ?? null);
    const [also, setAlso] = useState<readonly BoardChoice[]>([]);
    return (
      <BoardPicker
        store={store}
        value={value}
        about={about}
        onChange={(chosen) => {
          told.chosen.push([chosen.boardId, chosen.sectionId].filter(Boolean).join('/'));
          setValue(chosen);
        }}
        onEnter={() => undefined}
        onSecret={over.onSecret ?? null}
        onSuggested={(suggested) => told.suggested.push(suggested?.boardId ?? null)}
        also={{
          boards: also,
          onChange: (chosen) => {
            told.also.push(chosen.map(({ boardId }) => boardId));
            setAlso(chosen);
          },
        }}
      />
    );
  }
  render(<Fixture />);
  const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Board' });
  return {
    ask,
    store,
    told,
    input,
    press: (key: string) => fireEvent.keyDown(input(), { key }),
    type: (value: string) => fireEvent.input(input(), { target: { value } }),
    options: () =>
      screen
        .queryAllByRole('option')
        .map((each) => each.getAttribute('aria-label')?.replace(/, (3 pins|section)$/, '')),
  };
}

afterEach(cleanup);

describe('BoardPicker', () => {
  it('finds a board by a slip of the finger', () => {
    const { type, press, told } = setUp();
    type('kitchne');
    press('Enter');
    expect(told.chosen).toEqual(['1']);
  });

  it('finds a section by its board, a slash and its own name, and reads it for that', async () => {
    const { type, press, told, options, ask } = setUp();
    type('kitchen ideas/sau');
    await waitFor(() => expect(options()[0]).toBe('Kitchen ideas / Sauces'));
    press('Enter');
    expect(told.chosen).toEqual(['1/s']);
    expect(ask).toHaveBeenCalledWith('section/list', { boardId: '1' });
  });

  it('goes into a board by Tab, and back by the left arrow', async () => {
    const { press, options } = setUp();
    press('ArrowDown');
    press('Tab');
    await waitFor(() => expect(options()).toContain('Kitchen ideas / Sauces'));
    press('ArrowLeft');
    expect(options()).toContain('Weeknight dinners, group board');
  });

  it('says which boards are secret, of a group, or protected', () => {
    const { press, options } = setUp();
    press('ArrowDown');
    expect(options()).toEqual(
      expect.arrayContaining(['Gifts, secret, group board', 'Ads, protected']),
    );
  });

  it('suggests what was chosen for this site, says why, and takes it by its digit', () => {
    const { press, options, told } = setUp({ choices: [choice('2'), choice('2'), choice('6')] });
    expect(told.suggested.at(-1)).toBe('2');
    press('ArrowDown');
    expect(options()[0]).toBe('Weeknight dinners, group board, because you pin from ikea.com here');
    press('2');
    expect(told.chosen).toEqual(['6']);
  });

  it('suggests a section by its name once its board’s are read', async () => {
    const { press, options } = setUp({ choices: [choice('1', { sectionId: 's' })] });
    press('ArrowDown');
    await waitFor(() => expect(options()[0]).toMatch(/^Kitchen ideas \/ Sauces, because/));
  });

  it('stars and hides a board for good, by its id', async () => {
    const { press, options, type } = setUp();
    press('ArrowDown');
    press('Tab');
    const hide = screen.getByRole('option', { name: /^Hide “Kitchen ideas”/ });
    fireEvent.click(hide);
    await waitFor(async () => expect((await boardMarks.getValue()).hidden).toEqual(['1']));
    press('ArrowDown');
    expect(options()).not.toContain('Kitchen ideas');
    type('kitchen');
    expect(options()[0]).toBe('Kitchen ideas, hidden');
  });

  it('adds other boards to a pin and takes one away again', () => {
    const { type, press, told, input } = setUp({
      value: { boardId: '1', boardName: 'Kitchen ideas', sectionId: null, sectionName: null },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Another board' }));
    type('gifts');
    press('Enter');
    expect(told.chosen).toEqual([]);
    expect(input().value).toBe('Kitchen ideas');
    fireEvent.click(screen.getByRole('button', { name: 'Not on Gifts' }));
    expect(told.also).toEqual([['3'], []]);
  });

  it('makes a board in place, and says at the field what is wrong with its name', async () => {
    const { type, press, told, ask } = setUp();
    type('Party 2');
    fireEvent.click(screen.getByRole('option', { name: 'Create “Party 2”' }));
    const name = await screen.findByRole('textbox', { name: 'Name of the new board' });
    const enter = (value: string) => {
      fireEvent.input(name, { target: { value } });
      fireEvent.keyDown(name, { key: 'Enter' });
    };
    enter('KITCHEN ideas');
    expect(await screen.findByRole('alert')).toHaveProperty(
      'textContent',
      'You have a board named “Kitchen ideas” already.',
    );
    enter('  ');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Give it a name.'));
    enter('x'.repeat(10_000));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/at most 180/));
    expect(ask).not.toHaveBeenCalledWith('board/create', expect.anything());
    enter('Refused');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/name/i));
    enter('Weeknight dinners'); // a group's board may be another's, and its name free
    await waitFor(() => expect(told.chosen).toEqual(['new']));
    press('ArrowDown');
  });

  it('makes a section in the board that was gone into', async () => {
    const { press, type, told, ask } = setUp();
    press('ArrowDown');
    press('Tab');
    type('Ten minutes');
    press('Enter');
    const name = await screen.findByRole('textbox', {
      name: 'Name of the new section of Kitchen ideas',
    });
    fireEvent.keyDown(name, { key: 'Enter' });
    await waitFor(() => expect(told.chosen).toEqual(['1/new']));
    expect(ask).toHaveBeenCalledWith('section/create', { boardId: '1', name: 'Ten minutes' });
  });

  it('says that sections could not be read, why, and reads them again when asked', async () => {
    const { press, options, store } = setUp({
      faults: [new AppError('network/timeout', undefined)],
    });
    press('ArrowDown');
    press('Tab');
    expect(screen.getByText('Reading sections…')).toBeTruthy();
    await screen.findByText(/^The sections could not be read: .*answer/);
    await store.getState().createSection('1', 'Ten minutes');
    expect(options()).not.toContain('Kitchen ideas / Ten minutes'); // the others are not known
    fireEvent.click(screen.getByRole('option', { name: 'Try again' }));
    await waitFor(() => expect(store.getState().sections['1']).toHaveLength(1));
    press('ArrowDown');
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  it('says that not all boards could be read, why, and reads on when asked', async () => {
    const { press, store } = setUp();
    const error = new AppError('api/unavailable', { status: 503 });
    store.setState({ complete: false, error });
    press('ArrowDown');
    await screen.findByText(/^7 boards; the rest could not be read: /);
    const load = vi.fn(async () => undefined);
    store.setState({ load });
    fireEvent.click(screen.getByRole('option', { name: 'Try again' }));
    expect(load).toHaveBeenCalledOnce();
    store.setState({ boards: [], status: 'failed' });
    press('ArrowDown');
    await screen.findByText(/^Your boards could not be read: /);
  });

  it('says that a chosen board is gone, and keeps the field as it is', () => {
    const { input } = setUp({
      value: { boardId: '99', boardName: 'Old ideas', sectionId: null, sectionName: null },
    });
    expect(screen.getByRole('alert').textContent).toMatch(/“Old ideas” is not among your boards/);
    expect(input().value).toBe('Old ideas');
  });

  it('does not call a board gone that may be a secret one', () => {
    const onSecret = vi.fn<() => void>();
    const { press } = setUp({
      onSecret,
      value: { boardId: '99', boardName: 'Secret', sectionId: null, sectionName: null },
    });
    expect(screen.queryByRole('alert')).toBeNull();
    press('ArrowDown');
    fireEvent.click(screen.getByRole('option', { name: 'Show my secret boards…' }));
    expect(onSecret).toHaveBeenCalledOnce();
  });

  it.each([
    ['right to left', 'المطبخ', 'أفكار المطبخ'],
    ['emoji', '😀', '😀 Party'],
    ['markup', '<img', evil],
  ])('takes %s as text', (_, typed, found) => {
    const { type, options } = setUp();
    type(typed);
    expect(options()[0]).toBe(found);
    expect(document.querySelector('[onerror]')).toBeNull();
  });

  it.each(['k', 'x'.repeat(10_000), '/', '////', '\\', '((('])('lives with %.12j', (typed) => {
    const { type, options } = setUp();
    type(typed);
    expect(options().at(-1)).toContain('Create');
  });
});
