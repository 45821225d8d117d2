import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { queueChanges, type WantedChange } from '../../lib/changes/queue';
import { listChanges, removeChange, updateChange } from '../../lib/changes/store';
import type { ErrorInfo } from '../../lib/errors';
import { boardRow, libraryStores } from '../../test/library-stores';
import { ChangesStrip } from './ChangesStrip';

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

/** The strip with one change that Pinterest refused. */
async function refused(wanted: WantedChange, because: ErrorInfo) {
  const stores = libraryStores({ boards });
  const [change] = await queueChanges('a', [wanted]);
  await updateChange(change!.id, () => ({ state: 'failed', because }));
  await stores.library.getState().loadChanges();
  render(<ChangesStrip {...stores} onTakeBack={() => undefined} onLost={() => undefined} />);
  return stores;
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

  it('leads to the settings where only they help', async () => {
    const { onAct } = await refused(rename, { code: 'auth/locked', data: undefined });
    await press('Settings');
    expect(onAct).toHaveBeenCalledWith('options', expect.anything(), expect.anything());
  });
});
