import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { AccountView } from '../../lib/auth/types';
import { listChanges, removeChange } from '../../lib/changes/store';
import { BASE_SCOPES, featureScopes } from '../../lib/pinterest/scopes';
import { boardMarks } from '../../lib/storage/items';
import { boardRow, libraryStores } from '../../test/library-stores';
import { BoardsPart } from './BoardsPart';

const boards = [
  boardRow('1', 'Kitchen ideas'),
  boardRow('2', 'Bread', { pinCount: 4 }),
  boardRow('3', 'Gifts', { privacy: 'SECRET' }),
  boardRow('4', 'Weddings', { ownerUsername: 'maria', collaborators: 2 }),
];

async function show(scopes: readonly string[] = featureScopes.secret) {
  const stores = libraryStores({ boards });
  const { account } = stores.account.getState();
  stores.account.setState({ account: { ...account, scopes } as AccountView });
  const onSaid = vi.fn<(words: string) => void>();
  render(<BoardsPart {...stores} onCircle={() => undefined} onSaid={onSaid} />);
  await act(() => undefined);
  const changes = async () =>
    (await listChanges()).map(({ op, about, input }) =>
      [op, about, 'privacy' in input ? input.privacy : ''].join(' ').trim(),
    );
  return { ...stores, onSaid, changes };
}

const rowOf = (text: string) => screen.getByText(text).closest('li')!;
const key = async (text: string, name: string) => {
  await act(() => rowOf(text).focus());
  await act(async () => void fireEvent.keyDown(rowOf(text), { key: name }));
};
const choose = (...names: string[]) =>
  act(async () => {
    for (const name of names)
      fireEvent.click(screen.getByRole('checkbox', { name: `Choose “${name}”` }));
  });
const press = (name: string, where: HTMLElement = document.body) =>
  act(async () => void fireEvent.click(within(where).getByRole('button', { name })));
const bar = () => screen.getByRole('group', { name: /chosen$/ });
const offered = () =>
  within(bar())
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal ??= vi.fn<() => void>();
  HTMLDialogElement.prototype.close ??= vi.fn<() => void>();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  await boardMarks.setValue({ starred: [], hidden: [] });
});
afterEach(async () => {
  cleanup();
  for (const { id } of await listChanges()) await removeChange(id);
  vi.restoreAllMocks();
});

describe('several boards', () => {
  it('are made secret at once, a change for each that is not, which are taken back together', async () => {
    const { library, onSaid, changes } = await show();
    await choose('Kitchen ideas', 'Bread', 'Gifts');
    await press('Make secret (2)', bar());
    await waitFor(async () =>
      expect(await changes()).toEqual(['boards/update 1 SECRET', 'boards/update 2 SECRET']),
    );
    expect(onSaid).toHaveBeenCalledWith('2 boards are being changed. Undo changes them back.');
    expect(screen.queryByRole('group', { name: /chosen$/ })).toBeNull();
    await waitFor(() => expect(library.getState().changes).toHaveLength(2));

    const [{ batch } = { batch: '' }] = library.getState().changes;
    expect(await library.getState().takeBack(batch)).toBe(2);
  });

  it('are shown to everybody only after that was confirmed', async () => {
    const { changes } = await show();
    await choose('Bread', 'Gifts');
    await press('Make public (1)', bar());
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('Make 1 board public?');
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Gifts']);
    await press('Cancel', dialog);
    expect(await changes()).toEqual([]);

    await press('Make public (1)', bar());
    await press('Make public', screen.getByRole('dialog'));
    await waitFor(async () => expect(await changes()).toEqual(['boards/update 3 PUBLIC']));
  });

  it('ask for the permission for secret boards where it was not given', async () => {
    const { onSecret, changes } = await show(BASE_SCOPES);
    await choose('Bread');
    await press('Make secret', bar());
    expect(onSecret).toHaveBeenCalledOnce();
    expect(await changes()).toEqual([]);
  });

  it('are deleted by one key after a question that names them, others’ boards left out', async () => {
    const { changes } = await show();
    for (const name of ['Kitchen ideas', 'Bread', 'Weddings']) await key(name, ' ');
    await key('Bread', 'Delete');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toMatch(
      /^Delete 2 boards\?.*Kitchen ideasBread7 pins go with them\.Pinterest brings nothing back/,
    );
    await press('Delete', dialog);
    await waitFor(async () =>
      expect(await changes()).toEqual(['boards/delete 1', 'boards/delete 2']),
    );
    expect(screen.queryByRole('group', { name: /chosen$/ })).toBeNull();
    await waitFor(() => expect(screen.queryByText('Bread')).toBeNull());
  });

  it('stay chosen where another one is deleted', async () => {
    const { changes } = await show();
    await choose('Bread');
    await key('Gifts', 'Delete');
    expect(screen.getByRole('dialog').textContent).toContain('Delete “Gifts”?');
    await press('Delete', screen.getByRole('dialog'));
    await waitFor(async () => expect(await changes()).toEqual(['boards/delete 3']));
    expect(bar().textContent).toContain('1 chosen');
  });

  it('are starred and hidden, whoever owns them, and as before by the same buttons', async () => {
    const { onSaid, changes } = await show();
    await choose('Bread', 'Weddings');
    await press('Star', bar());
    await waitFor(() => expect(rowOf('Weddings').textContent).toContain('starred'));
    await waitFor(() => expect(onSaid).toHaveBeenCalledWith('Done for 2 boards.'));
    await press('Hide', bar());
    await waitFor(() => expect(rowOf('Bread').textContent).toContain('hidden'));
    expect(await boardMarks.getValue()).toEqual({ starred: ['2', '4'], hidden: ['2', '4'] });

    await choose('Kitchen ideas'); // which has no mark: all get it
    expect(offered()).toEqual(['Make secret (2)', 'Star', 'Hide', 'Delete (2)']);
    await choose('Kitchen ideas');
    await press('Take the stars away', bar());
    await press('Show again', bar());
    await waitFor(async () =>
      expect(await boardMarks.getValue()).toEqual({ starred: [], hidden: [] }),
    );
    expect(await changes()).toEqual([]);
  });

  it('are those that are shown: what a search leaves out keeps out of what is done', async () => {
    await show();
    await act(
      async () =>
        void fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' })),
    );
    expect(bar().textContent).toContain('4 chosen');
    await act(async () => {
      fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'bread' } });
    });
    expect(bar().textContent).toContain('1 chosen');
    expect(offered()).toEqual(['Make secret', 'Star', 'Hide', 'Delete']);
  });

  it('leave out one that Pinterest does not have yet', async () => {
    const { library } = await show();
    const input = { name: 'Attic', privacy: 'PUBLIC' } as const;
    await act(async () => {
      await library.getState().change([{ op: 'boards/create', input, about: 'x', name: 'Attic' }]);
    });
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Choose “Attic”' }).disabled,
    ).toBe(true);
    await key('Attic', ' ');
    expect(screen.queryByRole('group', { name: /chosen$/ })).toBeNull();
  });
});
