import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { queueChanges, type WantedChange } from '../../lib/changes/queue';
import { listChanges, removeChange, updateChange } from '../../lib/changes/store';
import type { LibraryChange } from '../../lib/changes/types';
import type { ErrorInfo } from '../../lib/errors';
import { send } from '../../lib/messages/send';
import { boardRow, libraryStores } from '../../test/library-stores';
import { otherWay } from './ChangeAgain';
import { ChangesStrip } from './ChangesStrip';

vi.mock('../../lib/messages/send', () => ({ send: vi.fn() }));

const boards = [boardRow('1', 'Kitchen ideas'), boardRow('2', 'Bread')];
const taken: ErrorInfo = { code: 'api/board-name', data: { message: 'taken' } };
const gone: ErrorInfo = { code: 'api/not-found', data: { kind: 'board' } };

const create: WantedChange = {
  op: 'boards/create',
  input: { name: 'Bread', privacy: 'SECRET', description: 'Sweet' },
  about: 'x',
  name: 'Bread',
};
const move: WantedChange = {
  op: 'pins/update',
  input: { pin_id: '21', board_id: '9', board_section_id: null },
  back: { pin_id: '21', board_id: '1', board_section_id: null },
  about: '21',
  name: 'Taps',
};
const rename: WantedChange = {
  op: 'boards/update',
  input: { board_id: '9', name: 'Gone' },
  about: '9',
  name: 'Gone',
};
const section: WantedChange = {
  op: 'board_sections/create',
  input: { board_id: '9', name: 'Sinks' },
  about: '9',
  name: 'Sinks',
};
const deletion: WantedChange = {
  op: 'boards/delete',
  input: { board_id: '9' },
  about: '9',
  name: 'Gone',
};
const badLink: ErrorInfo = { code: 'api/link-refused', data: { message: 'Invalid url.' } };
const ungranted: ErrorInfo = { code: 'api/restricted-feature', data: undefined };

/** The strip with one change that Pinterest refused. */
async function refused(wanted: WantedChange, because: ErrorInfo) {
  const stores = libraryStores({ boards });
  const [change] = await queueChanges('a', [wanted]);
  await updateChange(change!.id, () => ({ state: 'failed', because }));
  await stores.library.getState().loadChanges();
  const onOpenPin = vi.fn<(pinId: string) => void>();
  const nothing = () => undefined;
  render(<ChangesStrip {...stores} {...{ onOpenPin }} onTakeBack={nothing} onLost={nothing} />);
  return { ...stores, onOpenPin };
}

const press = (name: RegExp | string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>(function open(
    this: HTMLDialogElement,
  ) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close ??= vi.fn<() => void>();
  for (const { id } of await listChanges()) await removeChange(id);
});
afterEach(cleanup);

describe('a change that Pinterest refused', () => {
  it('says what to do, and is asked for under another name in its form, filled as it was', async () => {
    await refused(create, taken);
    expect(screen.getByRole('alert').textContent).toContain('Choose another name.');
    await press(/^Change it: /);
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(name.value).toBe('Bread');
    fireEvent.input(name, { target: { value: 'Breads' } });
    await press('Create');

    const input = { name: 'Breads', privacy: 'SECRET', description: 'Sweet' };
    await waitFor(async () =>
      expect(await listChanges()).toMatchObject([{ op: 'boards/create', input, state: 'waiting' }]),
    );
  });

  it('is asked for with another board where that is gone', async () => {
    await refused(move, gone);
    expect(screen.getByRole('alert').textContent).toContain('Choose another board');
    await press(/^Change it: /);
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'ArrowDown' });
    await act(async () => void fireEvent.click(screen.getByRole('option', { name: /^Bread/ })));

    const input = { pin_id: '21', board_id: '2', board_section_id: null };
    await waitFor(async () =>
      expect(await listChanges()).toMatchObject([{ input, back: move.back, state: 'waiting' }]),
    );
  });

  it('sends nobody to another board where the board itself was to be changed', async () => {
    await refused(rename, gone);
    expect(screen.getByRole('alert').textContent).not.toContain('Choose another board');
    expect(screen.queryByRole('button', { name: /^Change it/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Try again/ })).toBeTruthy();
  });

  it('reads the boards anew where one of them is gone', async () => {
    const { onAct } = await refused(rename, gone);
    await press('Read again');
    expect(onAct).toHaveBeenCalledWith('choose-board', expect.anything(), expect.anything());
  });

  it('is asked for with other words of a pin, which is read anew', async () => {
    const pin = { id: '21', title: 'Taps', link: 'https://a.example/', alt_text: 'A tap' };
    vi.mocked(send).mockResolvedValue(pin);
    const link = 'https://spam.example/';
    const wanted = { pin_id: '21', link };
    await refused({ op: 'pins/update', input: wanted, about: '21', name: 'Taps' }, badLink);
    await press(/^Change it: /);
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Link' });
    expect(field.value).toBe(link);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Taps');
    fireEvent.input(field, { target: { value: 'https://b.example/' } });
    await press('Save');

    const input = { pin_id: '21', link: 'https://b.example/' };
    const back = { pin_id: '21', link: 'https://a.example/' };
    await waitFor(async () =>
      expect(await listChanges()).toMatchObject([{ input, back, state: 'waiting' }]),
    );
  });

  it('is a save to the board, or is done at Pinterest, where the app may not change pins', async () => {
    const { onOpenPin, library } = await refused(move, ungranted);
    await press('Open Pinterest');
    expect(onOpenPin).toHaveBeenCalledWith('21');
    const save = vi.fn(async () => true);
    library.setState({ save });
    await press(/^Save to…: /);
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'ArrowDown' });
    await act(async () => void fireEvent.click(screen.getByRole('option', { name: /^Bread/ })));
    expect(save).toHaveBeenCalledWith(
      [expect.objectContaining({ id: '21', title: 'Taps' })],
      expect.objectContaining({ boardId: '2' }),
    );
    await waitFor(async () => expect(await listChanges()).toEqual([]));
  });

  it.each([
    ['board', rename, 'words'],
    ['section that is made', section, 'words'],
    ['move', move, 'board'],
    ['deletion', deletion, null],
  ] as const)('has its own other way where Pinterest does not take a %s', (_, wanted, way) => {
    const because: ErrorInfo = {
      code: 'api/rejected',
      data: { status: 400, apiCode: 1, message: '' },
    };
    expect(otherWay({ ...wanted, because } as LibraryChange)).toBe(way);
  });

  it('wants another board for a section whose board is gone, and none for a pin that is gone', () => {
    const because = { code: 'api/not-found', data: { kind: 'pin' } };
    expect(otherWay({ ...move, because } as LibraryChange)).toBeNull();
    expect(otherWay({ ...section, because: gone } as LibraryChange)).toBe('board');
  });

  it('leads to the settings where only they help', async () => {
    const { onAct } = await refused(rename, { code: 'auth/locked', data: undefined });
    await press('Settings');
    expect(onAct).toHaveBeenCalledWith('options', expect.anything(), expect.anything());
  });
});
