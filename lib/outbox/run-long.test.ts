// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import { reduce } from './job';
import { createRunner, type RunnerDeps } from './run';
import { addJob, changeJob, listJobs, readJob, removeJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

let count = 0;

function aJob(): Job {
  count += 1;
  const stage = { name: 'queued' } as const;
  const job = { ...(job1 as unknown as Job), stage, pause: null, tabId: null };
  return { ...job, id: `job-${count}`, queuedAt: Date.now() + count, updatedAt: 0 };
}

function aBoard() {
  const pins: Pin[] = [];
  let posts = 0;
  const call = async () => {
    posts += 1;
    pins.push({ id: `${posts}` });
    return pins.at(-1);
  };
  return { pins, posts: () => posts, client: { call } as unknown as PinterestClient };
}

function runnerFor(client: PinterestClient, more: Partial<RunnerDeps> = {}) {
  return createRunner({ ...quietDeps(client), ...more });
}

beforeEach(async () => {
  for (const { id } of (await listJobs()).jobs) await removeJob(id);
});

describe('a long outbox', () => {
  // D09
  it('is read once for all its steps, and after that one row at a time', async () => {
    const { client, pins } = aBoard();
    for (let index = 0; index < 20; index += 1) await addJob(aJob());
    const getAll = vi.spyOn(IDBIndex.prototype, 'getAll');
    await runnerFor(client).reconcile();

    expect(pins).toHaveLength(20);
    const open = 8; // stages of open jobs, each asked for once
    expect(getAll).toHaveBeenCalledTimes(open);
  });

  it('is spaced as the person says, also where they say it while pins go out', async () => {
    const { client, pins } = aBoard();
    for (let index = 0; index < 3; index += 1) await addJob(aJob());
    let spacing = 0;
    const onCreated = async () => void (spacing = 60_000);
    await runnerFor(client, { onCreated, spacingMs: async () => spacing }).reconcile();

    expect(pins).toHaveLength(1);
  });

  it('sends nothing of what the person takes back while others are sent', async () => {
    const { client, pins } = aBoard();
    const [first, second] = [aJob(), aJob()];
    await addJob(first);
    await addJob(second);
    const onCreated = async ({ id }: Job) => {
      if (id === first.id) await changeJob(second.id, (job) => reduce(job, { type: 'undo' }));
    };
    await runnerFor(client, { onCreated }).reconcile();

    expect(pins).toHaveLength(1);
    expect((await readJob(second.id))?.stage.name).toBe('cancelled');
  });

  // C01
  it('takes up a job that is queued while others are sent', async () => {
    const { client, pins } = aBoard();
    const later = aJob();
    await addJob(aJob());
    const runner = runnerFor(client, {
      onCreated: async ({ id }) => {
        if (id === later.id) return;
        await addJob(later);
        void runner.reconcile();
      },
    });
    await runner.reconcile();
    expect(pins).toHaveLength(2);
  });

  // C01
  it('makes one pin of each of four hundred that four views queue at once, on each board in its order', async () => {
    const sent: { title: string; board_id: string }[] = [];
    const call = async (_: string, pin: { title: string; board_id: string }) => {
      sent.push(pin);
      return { id: `${sent.length}` };
    };
    const runner = runnerFor({ call } as unknown as PinterestClient);
    const queued: Job[] = [];
    const view = async (boardId: string) => {
      for (let index = 0; index < 100; index += 1) {
        const job = aJob();
        job.content = { ...job.content, boardId, title: job.id };
        queued.push(job);
        await addJob(job);
        void runner.reconcile();
      }
    };
    await Promise.all(['1', '2', '3', '1'].map(view));
    await runner.reconcile();

    expect(sent).toHaveLength(400);
    for (const board of ['2', '3']) {
      const titles = sent.filter(({ board_id }) => board_id === board).map(({ title }) => title);
      expect(titles).toEqual(
        queued.filter(({ content }) => content.boardId === board).map(({ id }) => id),
      );
    }
    expect(new Set(sent.map(({ title }) => title)).size).toBe(400);
  }, 60_000);

  it('tries none while Pinterest takes no pins, and goes on when it does', async () => {
    const { client, pins } = aBoard();
    const [first, second] = [aJob(), aJob()];
    await addJob(first);
    await addJob(second);
    let until = Date.now() + 60_000;
    const onIdle = vi.fn(async () => undefined);
    const runner = runnerFor(client, { onIdle, sendPausedUntil: async () => until });
    await runner.reconcile();

    expect(pins).toHaveLength(0);
    expect(onIdle).toHaveBeenCalledWith(expect.anything(), until);
    expect(await readJob(second.id)).toMatchObject({ stage: { name: 'prepared' }, pause: null });

    until = 0;
    await runner.reconcile();
    expect(pins).toHaveLength(2);
  });

  // D02
  it('is left alone where a newer Tack wrote in it', async () => {
    const { client, posts } = aBoard();
    await addJob(aJob());
    await addJob({ ...aJob(), version: 2 as 1 });
    const onStill = vi.fn(async () => undefined);
    await runnerFor(client, { onStill }).reconcile();

    expect(onStill).toHaveBeenCalledOnce();
    expect(posts()).toBe(0);
  });
});
