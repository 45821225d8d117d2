import { describe, expect, it } from 'vitest';

import { writeIndex } from '../boards/packed';
import type { BoardRow } from '../boards/types';
import { AppError } from '../errors';
import type { Send } from '../messages/create-send';
import { createCsvStore } from './csv';

const csv = new Blob([
  [
    'title,board,section,image_url',
    'Good,Kitchen,Sweet,https://images.example/a.jpg',
    'No board,Attic,,https://images.example/a.jpg',
    'Again,Kitchen,,https://images.example/b.jpg',
    'Gone wrong,Kitchen,,https://images.example/c.jpg',
  ].join('\n'),
]);

/** A background with one board, which queues each row once and asks about a picture that was pinned before. */
function background() {
  const queued = new Set<string>();
  const ask = (async (type: string, row: { id: string; title: string; confirmed: boolean }) => {
    if (type === 'board/list') {
      const boards = [{ id: '1', name: 'Kitchen' }] as BoardRow[];
      await writeIndex({ accountId: 'a', boards, complete: true, readAt: 0 });
      return null;
    }
    if (type === 'section/list') return [{ id: '11', name: 'Sweet' }];
    if (queued.has(row.id)) return 'there';
    if (row.title === 'Again' && !row.confirmed) {
      throw new AppError('draft/repeated', { at: 0, boardName: 'Kitchen', isOnItsWay: false });
    }
    if (row.title === 'Gone wrong') throw new AppError('storage/full', { needed: 1, free: 0 });
    queued.add(row.id);
    return 'queued';
  }) as unknown as Send;
  return { ask, queued };
}

describe('a CSV that is brought in', () => {
  it('is checked before anything is queued, with what is wrong by row', async () => {
    const { ask, queued } = background();
    const store = createCsvStore(ask);

    await store.getState().check(csv, []);

    expect(store.getState()).toMatchObject({
      status: 'checked',
      planned: [{ number: 2, board: { sectionId: '11' } }, { number: 4 }, { number: 5 }],
      problems: [{ row: 3, column: 'board', kind: 'no-board', value: 'Attic' }],
    });
    expect(queued.size).toBe(0);
  });

  it('queues what it can, says what it could not, and asks about what was pinned before', async () => {
    const { ask, queued } = background();
    const store = createCsvStore(ask);
    await store.getState().check(csv, []);

    await store.getState().queue();

    expect(store.getState()).toMatchObject({
      status: 'done',
      queued: 1,
      failures: [
        { number: 4, error: { code: 'draft/repeated' } },
        { number: 5, error: { code: 'storage/full' } },
      ],
    });
    await store.getState().queueRepeated();
    expect(store.getState()).toMatchObject({ queued: 2, gone: 1, total: 1 });
    expect(store.getState().failures).toMatchObject([{ number: 5 }]);
    expect(queued.size).toBe(2);
  });

  it('names its rows the same when it is brought in again', async () => {
    const { ask } = background();
    for (const expected of [
      { queued: 1, there: 0 },
      { queued: 0, there: 1 },
    ]) {
      const store = createCsvStore(ask);
      await store.getState().check(csv, []);
      await store.getState().queue();
      expect(store.getState()).toMatchObject(expected);
    }
  });

  it('says why it can’t be checked, and can be begun again', async () => {
    const ask = (() => Promise.reject(new AppError('auth/signed-out', undefined))) as Send;
    const store = createCsvStore(ask);

    await store.getState().check(csv, []);

    expect(store.getState()).toMatchObject({ status: 'idle', error: { code: 'auth/signed-out' } });
  });
});
