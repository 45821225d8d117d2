// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import { runnerFor } from '../outbox/testing-board';
import type { PinterestClient } from '../pinterest/client';
import { boardIndex, sectionIndex } from '../storage/items';
import { queueChanges, sweepChanges, takeBackChanges, tryChangeAgain } from './queue';
import { addChange, listChangeRows, listChanges, removeChange, updateChange } from './store';
import type { LibraryChange } from './types';

type Fault = 'is lost' | 'never arrives' | AppError;

/** Boards by id, at a Pinterest that has faults in store. */
function libraryWith(...names: string[]) {
  const boards = new Map(names.map((name, index) => [`${index + 1}`, name]));
  const faults: Fault[] = [];
  const calls: string[] = [];
  const act = (id: string, input: { board_id: string; name: string }) => {
    if (id === 'boards/create') {
      if ([...boards.values()].includes(input.name))
        throw new AppError('api/board-name', { message: 'You already have a board' });
      const made = `${boards.size + 1}`;
      boards.set(made, input.name);
      return { id: made, name: input.name };
    }
    if (!boards.has(input.board_id)) throw new AppError('api/not-found', { kind: 'board' });
    if (id === 'boards/delete') return void boards.delete(input.board_id);
    boards.set(input.board_id, input.name);
    return { id: input.board_id, name: input.name };
  };
  const client = {
    call: async (id: string, input: never) => {
      calls.push(id);
      const fault = faults.shift();
      if (fault instanceof AppError) throw fault;
      if (fault === 'never arrives') throw new AppError('api/outcome-unknown', undefined);
      const reply = act(id, input);
      if (fault === 'is lost') throw new AppError('api/outcome-unknown', undefined);
      return reply;
    },
    pages: async function* () {
      yield [...boards].map(([id, name]) => ({ id, name }));
    },
  } as unknown as PinterestClient;
  return { boards, faults, calls, client, runner: runnerFor(client) };
}

const create = (name: string) =>
  ({ op: 'boards/create', input: { name, privacy: 'PUBLIC' }, about: name, name }) as const;
const rename = (id: string, from: string, to: string) =>
  ({
    op: 'boards/update',
    input: { board_id: id, name: to },
    back: { board_id: id, name: from },
    about: id,
    name: to,
  }) as const;
const remove = (id: string, name: string) =>
  ({ op: 'boards/delete', input: { board_id: id }, about: id, name }) as const;

/** As if the time that changes wait for had passed. */
async function letTimePass(): Promise<void> {
  for (const { id, state } of await listChanges())
    if (state === 'waiting') await updateChange(id, () => ({ until: 0 }));
}

const states = async () => (await listChanges()).map(({ state }) => state);

beforeEach(async () => {
  for (const { id } of await listChanges()) await removeChange(id);
});

describe('a change of the library', () => {
  it('is carried out in the order in which changes were asked for, and what views show is read anew', async () => {
    const { boards, runner } = libraryWith('Kitchen');
    await boardIndex.setValue({ accountId: 'a', rows: '', count: 0, complete: true, readAt: 5 });
    await queueChanges('a', [rename('1', 'Kitchen', 'Cooking'), rename('1', 'Cooking', 'Baking')]);

    await runner.reconcile();

    expect(boards.get('1')).toBe('Baking');
    expect(await states()).toEqual(['done', 'done']);
    expect(await boardIndex.getValue()).toMatchObject({ readAt: 0 });
  });

  it('is said to be done once what was read before it is forgotten, and not while a view could read that again', async () => {
    const { runner } = libraryWith('Kitchen');
    await queueChanges('a', [rename('1', 'Kitchen', 'Cooking')]);
    const seen: string[] = [];
    const forget = vi.spyOn(sectionIndex, 'removeValue');
    forget.mockImplementation(async () => void seen.push(...(await states())));

    await runner.reconcile();
    forget.mockRestore();

    expect(seen).toEqual(['sending']);
    expect(await states()).toEqual(['done']);
  });

  it('goes on where a worker was stopped while it was sent', async () => {
    const { boards, runner } = libraryWith('Kitchen');
    const [change] = await queueChanges('a', [rename('1', 'Kitchen', 'Cooking')]);
    await updateChange(change!.id, () => ({ state: 'sending' }));

    await runner.reconcile();

    expect(boards.get('1')).toBe('Cooking');
    expect(await states()).toEqual(['done']);
  });

  // D03
  it('goes on beside one that is damaged, which is kept for the person', async () => {
    const { boards, runner } = libraryWith('Kitchen');
    const [change] = await queueChanges('a', [rename('1', 'Kitchen', 'Cooking')]);
    const until = { toString: 'what a disk leaves' } as never;
    await addChange({ ...change!, id: 'damaged', about: '2', until, at: 0 });

    await runner.reconcile();

    expect(boards.get('1')).toBe('Cooking');
    expect((await listChangeRows()).unreadable).toEqual(['damaged']);
    await removeChange('damaged');
  });

  it.each<Fault>(['is lost', 'never arrives'])(
    'makes one board where the answer or request %s',
    async (fault) => {
      const { boards, faults, runner } = libraryWith();
      faults.push(fault);
      await queueChanges('a', [create('Kitchen')]);

      await runner.reconcile();
      expect(await listChanges()).toMatchObject([{ state: 'waiting', unsure: true }]);
      await letTimePass();
      await runner.reconcile();

      expect([...boards.values()]).toEqual(['Kitchen']);
      expect(await listChanges()).toMatchObject([{ state: 'done', madeId: '1' }]);
    },
  );

  it('waits where the board is being changed elsewhere, and lets none overtake it', async () => {
    const { boards, faults, calls, runner } = libraryWith('Kitchen', 'Garden');
    faults.push(new AppError('api/conflict', undefined));
    await queueChanges('a', [
      rename('1', 'Kitchen', 'Cooking'),
      rename('1', 'Cooking', 'Baking'),
      rename('2', 'Garden', 'Plants'),
    ]);

    await runner.reconcile();
    expect(calls).toHaveLength(2);
    expect([...boards.values()]).toEqual(['Kitchen', 'Plants']);
    await letTimePass();
    await runner.reconcile();

    expect([...boards.values()]).toEqual(['Baking', 'Plants']);
  });

  it.each([
    ['a name that is taken', 'api/board-name', create('Kitchen')],
    ['a board that was deleted meanwhile', 'api/not-found', rename('9', 'Gone', 'Back')],
  ])('is kept and says why where Pinterest refuses %s', async (_, code, wanted) => {
    const { runner, boards } = libraryWith('Kitchen');
    const [change] = await queueChanges('a', [wanted]);

    await runner.reconcile();
    expect(await listChanges()).toMatchObject([{ state: 'failed', because: { code } }]);

    boards.clear();
    boards.set('9', 'Gone');
    await tryChangeAgain(change!.id);
    await runner.reconcile();
    expect(await states()).toEqual(['done']);
  });

  it('is kept where a secret board lacks the permission, and where nobody is signed in', async () => {
    const { client } = libraryWith();
    const scopes = { scopes: ['boards:write_secret'] };
    const refusing = runnerFor(client, {
      clientFor: () => Promise.reject(new AppError('auth/missing-scope', scopes)),
    });
    await queueChanges('a', [create('Gifts')]);

    await refusing.reconcile();

    expect(await listChanges()).toMatchObject([
      { state: 'failed', because: { code: 'auth/missing-scope', data: scopes } },
    ]);
  });

  it('leaves all as they are while Pinterest takes nothing, and says when to come back', async () => {
    const { client, calls } = libraryWith('Kitchen');
    const until = Date.now() + 60_000;
    const wakes: (number | null)[] = [];
    const runner = runnerFor(client, {
      sendPausedUntil: async () => until,
      onIdle: async (_, wakeAt) => void wakes.push(wakeAt),
    });
    await queueChanges('a', [rename('1', 'Kitchen', 'Cooking')]);

    await runner.reconcile();

    expect({ calls, wakes }).toEqual({ calls: [], wakes: [until] });
  });

  it('counts as done where what is to be deleted is gone', async () => {
    const { runner } = libraryWith();
    await queueChanges('a', [remove('7', 'Gone')]);
    await letTimePass();

    await runner.reconcile();

    expect(await states()).toEqual(['done']);
  });
});

describe('taking back', () => {
  it('sends no deletion that still waits', async () => {
    const { boards, runner } = libraryWith('Kitchen', 'Garden');
    const changes = await queueChanges('a', [remove('1', 'Kitchen'), remove('2', 'Garden')]);
    await runner.reconcile();

    expect(await takeBackChanges(changes)).toBe(2);
    await letTimePass();
    await runner.reconcile();

    expect([...boards.values()]).toEqual(['Kitchen', 'Garden']);
    expect(await states()).toEqual(['undone', 'undone']);
  });

  it('gives back the names of before, the last first, and deletes a board that was made', async () => {
    const { boards, runner } = libraryWith('Kitchen');
    const changes = await queueChanges('a', [
      rename('1', 'Kitchen', 'Cooking'),
      rename('1', 'Cooking', 'Baking'),
      create('Garden'),
    ]);
    await runner.reconcile();
    expect([...boards.values()]).toEqual(['Baking', 'Garden']);

    expect(await takeBackChanges(await listChanges())).toBe(changes.length);
    await runner.reconcile();

    expect([...boards.values()]).toEqual(['Kitchen']);
  });

  it('is too late for a deletion that was sent', async () => {
    const { runner } = libraryWith('Kitchen');
    await queueChanges('a', [remove('1', 'Kitchen')]);
    await letTimePass();
    await runner.reconcile();

    expect(await takeBackChanges(await listChanges())).toBe(0);
  });
});

it('lists changes for a day after they have ended, and failed ones until they were seen', async () => {
  const { runner } = libraryWith('Kitchen');
  const [done] = await queueChanges('a', [rename('1', 'Kitchen', 'Cooking')]);
  await queueChanges('a', [rename('9', 'Gone', 'Back')]);
  await runner.reconcile();
  const names = (changes: LibraryChange[]) => changes.map(({ name }) => name);

  expect(names(await sweepChanges(Date.now()))).toEqual(['Cooking', 'Back']);
  expect(names(await sweepChanges(Date.now() + 2 * 24 * 3_600_000))).toEqual(['Back']);
  expect((await listChanges()).some(({ id }) => id === done!.id)).toBe(false);
});

it('reads a row of before', async () => {
  const golden = (await import('../../test/golden/tack-changes-1.json')).default;
  await addChange(golden as unknown as LibraryChange);

  expect(await listChanges()).toMatchObject([{ op: 'boards/update', state: 'waiting' }]);
});
