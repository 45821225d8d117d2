// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import * as store from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job } from './types';

vi.mock('./store', { spy: true });
const { changeJob } = await vi.importActual<typeof store>('./store');

const full = () => new AppError('storage/full', { needed: 1, free: 0 });

/** No room for the rows that `isRefused` picks. */
function diskWithoutRoomFor(isRefused: (job: Job) => boolean): void {
  vi.mocked(store.changeJob).mockImplementation((id, next) =>
    changeJob(id, (job) => {
      const after = next(job);
      if (isRefused(after)) throw full();
      return after;
    }),
  );
}

/** What waits has waited long enough. */
const later = (id: string) => changeJob(id, (job) => ({ ...job, pause: null }));

describe('a pin that Pinterest made is sent once', () => {
  it.each<[string, (job: Job) => boolean]>([
    ['that there is one', ({ stage }) => stage.name === 'created'],
    ['anything of it', ({ stage }) => stage.name !== 'queued' && board.posts() > 0],
  ])('where there is no room to write down %s', async (_, isRefused) => {
    board = boardThat();
    const { id } = aJob();
    await store.addJob({ ...aJob(), id });
    const runner = runnerFor(board.client);
    diskWithoutRoomFor(isRefused);
    await runner.reconcile();
    expect(await store.readJob(id)).toMatchObject({ stage: { name: 'creating' } });

    vi.mocked(store.changeJob).mockImplementation(changeJob);
    await later(id);
    await runner.reconcile(true);

    expect(board.posts()).toBe(1);
    expect(await store.readJob(id)).toMatchObject({
      stage: { name: 'created', pinId: board.pins[0]!.id },
    });
  });

  it('where its sending ends with a failure to write', async () => {
    board = boardThat();
    const job = aJob();
    await store.addJob(job);
    const client = {
      ...board.client,
      call: async (...args: Parameters<PinterestClient['call']>) => {
        await board.client.call(...args);
        throw full(); // what the answer says of limits is kept too
      },
    } as PinterestClient;
    await runnerFor(client).reconcile();
    await later(job.id);
    await runnerFor(board.client).reconcile(true);

    expect(board.posts()).toBe(1);
    expect(await store.readJob(job.id)).toMatchObject({ stage: { name: 'created' }, pause: null });
  });
});

let board: ReturnType<typeof boardThat>;
