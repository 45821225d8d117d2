import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { listChanges, removeChange, updateChange } from '../../lib/changes/store';
import { AppError } from '../../lib/errors';
import type { LibraryPlace } from '../../lib/library/types';
import { boardRow, libraryStores } from '../../test/library-stores';
import { useStore } from '../use-store';
import { BoardsPart } from './BoardsPart';
import { PinsPart } from './PinsPart';

type Stores = ReturnType<typeof libraryStores>;

const boards = [boardRow('1', 'Kitchen ideas'), boardRow('2', 'Bread'), boardRow('3', 'Garden')];
const kitchen: LibraryPlace = { kind: 'board', boardId: '1', sectionId: null };
const away = new AppError('api/unavailable', { status: 503 });

/** The library's two pages, as the view shows them. */
function Pages(stores: Stores) {
  const place = useStore(stores.library, (state) => state.place);
  return place ? (
    <PinsPart
      {...stores}
      place={place}
      siteUrl="https://www.pinterest.com"
      onOpenUrl={() => undefined}
      onSaid={() => undefined}
    />
  ) : (
    <BoardsPart {...stores} onCircle={() => undefined} onSaid={() => undefined} />
  );
}

async function show(stores: Stores, place: LibraryPlace | null = null): Promise<Stores> {
  await stores.library.getState().open(place);
  render(<Pages {...stores} />);
  await act(() => undefined);
  return stores;
}

const rowOf = (text: string) => screen.getByText(text).closest('li')!;
const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>();
  HTMLDialogElement.prototype.close ??= vi.fn<() => void>();
  // Nothing is laid out here: some rows fit. The browser's own dialogs are not there either.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
});
afterEach(async () => {
  cleanup();
  for (const { id } of await listChanges()) await removeChange(id);
  vi.restoreAllMocks();
});

describe('the boards of the library', () => {
  it('say that the rest could not be read, and read on when asked', async () => {
    const stores = libraryStores({ boards, faults: [{ at: 'board/list', error: away }] });
    stores.boards.setState({ complete: false });
    await show(stores);
    expect(screen.getByRole('status').textContent).toBe('3 boards so far, more are coming');

    await act(() => stores.boards.getState().load());
    expect(screen.getByRole('status').textContent).toMatch(/^3 boards; the rest could not be read/);
    await press('Try again');
    await waitFor(() =>
      expect(stores.ask.mock.calls.filter(([type]) => type === 'board/list')).toHaveLength(2),
    );
    expect(screen.getByRole('status').textContent).toBe('3 boards so far, more are coming');
  });

  it('keep their own names where they are read anew while one is changed', async () => {
    const rows = [...boards, boardRow('4', 'Presents', { privacy: 'SECRET' })];
    const stores = await show(libraryStores({ boards: rows }));
    await press('Change it: Presents');
    await act(() => stores.boards.setState({ boards: structuredClone(rows) }));
    const form = within(screen.getByRole('dialog', { hidden: true }));
    const shown = form.getByRole('radio', { name: 'public', hidden: true });
    await act(async () => void fireEvent.click(shown));
    await press('Save');
    const input = { board_id: '4', privacy: 'PUBLIC' };
    await waitFor(async () =>
      expect(await listChanges()).toMatchObject([{ op: 'boards/update', input }]),
    );
  });

  it('are found by a slip of the finger, and the names of others’ boards are free', async () => {
    const theirs = boardRow('9', 'Weddings', { ownerUsername: 'maria', collaborators: 2 });
    const stores = await show(libraryStores({ boards: [...boards, theirs] }));
    await act(async () => {
      fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'kicthen' } });
    });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Kitchen ideas'),
    ]);
    await press('New board');
    const field = screen.getByRole('textbox', { name: 'Name' });
    const enter = async (value: string) => {
      await act(async () => void fireEvent.input(field, { target: { value } }));
      await press('Create');
    };
    await enter('bread');
    expect(screen.getByRole('alert').textContent).toBe('You have one of this name already.');
    await enter('Weddings');
    await waitFor(() =>
      expect(stores.library.getState().changes.map(({ name }) => name)).toEqual(['Weddings']),
    );
  });

  it('are read anew when asked', async () => {
    const { ask } = await show(libraryStores({ boards }));
    await press('Read again');
    await waitFor(() => expect(ask).toHaveBeenCalledWith('board/list', { refresh: true }));
  });

  it('open one that was just made as soon as Pinterest has it', async () => {
    const stores = await show(libraryStores({ boards }));
    const input = { name: 'Attic', privacy: 'PUBLIC' } as const;
    const wanted = { op: 'boards/create', input, about: 'x', name: 'Attic' } as const;
    await act(() =>
      stores.library
        .getState()
        .change([wanted])
        .then(() => undefined),
    );
    const row = rowOf('Attic');
    await act(() => row.focus());
    await act(async () => void fireEvent.keyDown(row, { key: 'Enter' }));
    expect(stores.library.getState().place).toBeNull();

    const [change] = stores.library.getState().changes;
    await updateChange(change!.id, () => ({ state: 'done', madeId: '77' }));
    await act(() => stores.library.getState().loadChanges());
    expect(stores.library.getState().place).toMatchObject({ kind: 'board', boardId: '77' });
    await press('‹ All boards');
    expect(document.activeElement).toBe(rowOf('Attic'));
  });

  it('let one that was just made be changed as soon as Pinterest has it', async () => {
    const stores = await show(libraryStores({ boards }));
    const input = { name: 'Cellar', privacy: 'PUBLIC' } as const;
    const wanted = { op: 'boards/create', input, about: 'y', name: 'Cellar' } as const;
    await act(() =>
      stores.library
        .getState()
        .change([wanted])
        .then(() => undefined),
    );
    await act(() => rowOf('Cellar').focus());
    await act(async () => void fireEvent.keyDown(rowOf('Cellar'), { key: 'F2' }));
    expect(screen.queryByRole('dialog')).toBeNull();

    const change = stores.library.getState().changes.find(({ name }) => name === 'Cellar');
    await updateChange(change!.id, () => ({ state: 'done', madeId: '78' }));
    await act(() => stores.library.getState().loadChanges());
    expect(screen.getByRole('dialog', { hidden: true })).toBeDefined();
    expect(screen.getByDisplayValue('Cellar')).toBeDefined();
  });

  it('are as the person left them when they come back, with the focus on the board they left', async () => {
    await show(libraryStores({ boards }));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'e' } });
    await press('Bread');
    expect(screen.getByRole('heading').textContent).toBe('Bread');

    await press('‹ All boards');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('e');
    expect(document.activeElement).toBe(rowOf('Bread'));

    screen.getByRole('searchbox').focus();
    for (const value of ['zz', 'e']) {
      await act(async () => {
        fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
      });
    }
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await press('All my pins');
    await press('‹ All boards');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'All my pins' }));
  });
});

describe('a board', () => {
  it('is starred and hidden on its page, and both are taken back there', async () => {
    const stores = await show(libraryStores({ boards }), kitchen);
    const marks = () => stores.boards.getState().marks;
    await press('Star “Kitchen ideas”: always at the top');
    await press('Hide “Kitchen ideas”: found only by its name');
    await waitFor(() => expect(marks()).toEqual({ starred: ['1'], hidden: ['1'] }));
    await press('Take the star from “Kitchen ideas”');
    await press('Show “Kitchen ideas” again');
    await waitFor(() => expect(marks()).toEqual({ starred: [], hidden: [] }));
  });
});

describe('the sections of a board', () => {
  it('say that they are being read, that they could not be, and are read again when asked', async () => {
    const sections = { 1: [{ id: '11', name: 'Sauces' }] };
    const faults = [{ at: 'section/list', error: away }];
    const stores = libraryStores({ boards, sections, faults });
    await stores.library.getState().open(kitchen);
    render(<Pages {...stores} />);
    expect(screen.getByText('Reading sections…')).toBeTruthy();

    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toMatch(/^The sections could not be read: /),
    );
    await press('Try again');
    await screen.findByRole('button', { name: 'Sauces' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a section that was just made', () => {
  it.each([
    ['is opened as soon as Pinterest has it', [], '79'],
    ['is not opened where the person turned to all sections meanwhile', ['All'], null],
  ] as const)('%s', async (_, pressed, shown) => {
    const sections = { 1: [{ id: '11', name: 'Sauces' }] };
    const stores = await show(libraryStores({ boards, sections }), kitchen);
    await screen.findByRole('button', { name: 'Sauces' });
    const input = { board_id: '1', name: 'Taps' };
    const wanted = { op: 'board_sections/create', input, about: '1', name: 'Taps' } as const;
    const { change: ask, loadChanges } = stores.library.getState();
    await act(() => ask([wanted]).then(() => undefined));
    for (const name of ['Taps', ...pressed]) await press(name);

    const change = stores.library.getState().changes.find(({ name }) => name === 'Taps');
    await updateChange(change!.id, () => ({ state: 'done', madeId: '79' }));
    await act(() => loadChanges());
    expect(stores.library.getState().place).toMatchObject({ boardId: '1', sectionId: shown });
  });
});

describe('the pins of a board', () => {
  const pages = [
    [
      { id: '21', title: 'Mine', is_owner: true },
      { id: '22', title: 'Theirs', is_owner: false },
    ],
  ];
  const changes = (stores: Stores) =>
    stores.library.getState().changes.map(({ op, about }) => `${op} ${about}`);

  it('are changed and deleted only where they are the person’s own', async () => {
    const stores = await show(libraryStores({ boards, pages }), kitchen);
    const nameOf = (row: HTMLElement) =>
      [...row.querySelectorAll('button')].map(
        (each) => each.getAttribute('aria-label') ?? each.textContent,
      );
    expect(nameOf(rowOf('Mine')).join()).toMatch(/Move: Mine.*Change it: Mine,Delete: Mine/);
    expect(nameOf(rowOf('Theirs'))).toEqual(['Theirs', 'Save to…: Theirs']);

    await act(() => rowOf('Theirs').focus());
    fireEvent.keyDown(rowOf('Theirs'), { key: 'Delete' });
    fireEvent.keyDown(rowOf('Theirs'), { key: 'F2' });
    expect(screen.queryByRole('dialog')).toBeNull();

    await act(
      () =>
        void fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' })),
    );
    await press('Delete (1)');
    await waitFor(() => expect(changes(stores)).toEqual(['pins/delete 21']));
    await waitFor(() => expect(document.activeElement).toBe(rowOf('Theirs')));
  });

  it('are read on while a filter is set, until enough of them fit or all are there', async () => {
    const many = (page: number) =>
      Array.from({ length: 40 }, (_, at) => ({ id: `${page}-${at}`, title: `Tile ${page}/${at}` }));
    const stores = await show(libraryStores({ boards, pages: [0, 1, 2, 3].map(many) }), kitchen);
    const find = (value: string) =>
      act(async () => {
        const field = screen.getByRole('searchbox', { name: 'Find in these pins' });
        fireEvent.input(field, { target: { value } });
      });
    expect(stores.library.getState().pins).toHaveLength(40);
    await find('tile 2/39');
    await screen.findByText('Tile 2/39');
    await find('nothing like it');
    await screen.findByText('Nothing fits.');

    await act(() => stores.library.setState({ bookmark: '9', status: 'failed' }));
    await act(() => stores.library.setState({ status: 'ready', more: async () => undefined }));
    expect(screen.getByText('Nothing fits in the 160 loaded so far.')).toBeTruthy();
  });
});
