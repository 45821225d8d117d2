// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import { createRunner, type Runner } from './run';
import { addJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import { quietDeps } from './testing-runner';

const DAY_MS = 24 * 3_600_000;

/** A list in which nothing new is seen before a moment. */
const lagging = (pins: Pin[], until: number) =>
  async function* list(): AsyncGenerator<Pin[]> {
    yield Date.now() < until ? [] : [...pins];
  };

async function* breaking(): AsyncGenerator<Pin[]> {
  yield await Promise.reject(new AppError('api/unavailable', { status: 500 }));
}

describe('the runner', () => {
  it('looks once more for whoever asks, and be it in the moment in which it comes to rest', async () => {
    for (let turns = 0; turns < 30; turns += 1) {
      let looks = 0;
      const runner: Runner = createRunner({
        ...quietDeps(boardThat('loses the answer').client),
        async keepAwake(work) {
          looks += 1;
          const isFirst = looks === 1;
          const done = await work();
          if (isFirst) void later(turns).then(() => runner.reconcile());
          return done;
        },
      });
      await runner.reconcile();
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect([turns, looks]).toEqual([turns, 2]);
    }
  });
});

/** So many turns of what is done before anything else. */
async function later(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}

describe('the outbox, as hours go by,', () => {
  afterEach(() => void vi.useRealTimers());

  // K05
  it('sends nothing again while the list of a board may still lag behind', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const board = boardThat('loses the answer');
    const job = aJob();
    await addJob(job);
    const sentAt = Date.now();
    const late = { ...board.client, pages: lagging(board.pins, sentAt + 90_000) };
    const runner = runnerFor(late as unknown as PinterestClient);
    for (let rounds = 0; rounds < 20; rounds += 1) {
      await runner.reconcile(true);
      const { pause } = (await readJob(job.id))!;
      if (pause?.kind === 'waiting') vi.setSystemTime(pause.until + 1);
    }

    expect(board.posts()).toBe(1);
    expect((await readJob(job.id))!.stage.name).toMatch(/^(?:created|verified)$/);
  });

  // K06
  it('asks the person where a board can’t be read for a day, and has sent nothing again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const board = boardThat('loses the answer');
    const job = aJob();
    await addJob(job);
    const broken = { ...board.client, pages: breaking };
    const runner = runnerFor(broken as unknown as PinterestClient);
    const begun = Date.now();
    let looks = 0;
    for (let rounds = 0; rounds < 1000; rounds += 1) {
      await runner.reconcile(true);
      const { pause } = (await readJob(job.id))!;
      if (pause?.kind !== 'waiting') break;
      looks += 1;
      vi.setSystemTime(pause.until + 1);
    }

    expect((await readJob(job.id))!.pause).toMatchObject({
      kind: 'held',
      because: { code: 'outbox/unsure' },
    });
    expect(Date.now() - begun).toBeGreaterThan(DAY_MS);
    expect(board.posts()).toBe(1);
    expect(looks).toBeLessThan(400);
  });

  // N02
  it('goes on within a minute where a night without a network ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    let online = false;
    const call: PinterestClient['call'] = (...args) => {
      if (!online) throw new AppError('network/unreachable', undefined);
      return board.client.call(...args);
    };
    const runner = runnerFor({ ...board.client, call }, { isOnline: () => online });
    const morning = Date.now() + 8 * 3_600_000;
    while (Date.now() < morning) {
      await runner.reconcile(true);
      const { pause } = (await readJob(job.id))!;
      vi.setSystemTime(pause?.kind === 'waiting' ? pause.until + 1 : morning);
    }
    online = true;
    const back = Date.now();
    vi.setSystemTime(back + 60_000);
    await runner.reconcile(true);

    expect((await readJob(job.id))!.stage.name).toBe('created');
    expect(board.posts()).toBe(1);
  });

  // D12, A11
  it('holds the pins of an account that is not here, and sends them by no other', async () => {
    const board = boardThat();
    const [stranger, own] = [{ ...aJob(), accountId: 'restored' }, aJob()];
    for (const job of [stranger, own]) await addJob(job);
    const clientFor = async (accountId: string) => {
      if (accountId !== 'a') throw new AppError('auth/signed-out', undefined);
      return board.client;
    };

    await runnerFor(board.client, { clientFor }).reconcile();

    expect((await readJob(stranger.id))!.pause).toMatchObject({
      kind: 'held',
      because: { code: 'auth/signed-out' },
    });
    expect(board.pins.map(({ title }) => title)).toEqual([own.content.title]);
  });
});
