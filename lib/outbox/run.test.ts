// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import { isTakenBack, reduce } from './job';
import { addJob, changeJob, listJobs, readJob } from './store';
import { aJob, boardThat, runnerFor, type Reply } from './testing-board';
import type { Job } from './types';

/** As if the time that a job waits for had passed. */
async function letTimePass(id: string): Promise<void> {
  await changeJob(id, (job) => {
    const { stage } = job;
    if (stage.name === 'created') return { ...job, pause: null, stage: { ...stage, verifyAt: 0 } };
    if (stage.name !== 'creating') return { ...job, pause: null };
    const absentAt = stage.absentAt.map((at) => at - 120_000);
    return { ...job, pause: null, stage: { ...stage, absentAt } };
  });
}

async function runToTheEnd(client: PinterestClient, id: string): Promise<Job> {
  const runner = runnerFor(client);
  for (let round = 0; round < 10; round += 1) {
    await runner.reconcile();
    const job = (await readJob(id))!;
    if (job.stage.name === 'created' || job.pause?.kind === 'held') return job;
    await letTimePass(id);
  }
  return (await readJob(id))!;
}

async function* refuse(): AsyncGenerator<Pin[]> {
  yield await Promise.reject(new AppError('api/not-found', { kind: 'board' }));
}

async function* cut(): AsyncGenerator<Pin[]> {
  yield await Promise.reject(new AppError('network/timeout', undefined));
}

describe('the outbox', () => {
  // K03, N01
  it.each<[string, Reply[], number]>([
    ['its answer comes', ['answers'], 1],
    ['its answer is lost', ['loses the answer'], 1],
    ['its answer has no id in it', ['answers without an id'], 1],
    ['the request never arrives', ['never gets it'], 2],
    [
      'the request never arrives, and then its answer is lost',
      ['never gets it', 'loses the answer'],
      2,
    ],
  ])('puts one pin on the board where %s', async (_, replies, posts) => {
    const board = boardThat(...replies);
    const job = aJob();
    await addJob(job);

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.stage).toMatchObject({ name: 'created', pinId: board.pins[0]!.id });
    expect(board.pins).toHaveLength(1);
    expect(board.posts()).toBe(posts);
  });

  // K04, K07
  it('does not send again a pin whose worker was stopped while sending', async () => {
    const board = boardThat('answers');
    const job = aJob();
    await addJob(job);
    const stopped = runnerFor({
      ...board.client,
      call: async (...args: Parameters<PinterestClient['call']>) => {
        await board.client.call(...args);
        throw new Error('the worker is gone'); // what the row says afterwards is as if nobody had heard the answer
      },
    } as PinterestClient);
    await stopped.reconcile();
    await changeJob(job.id, (row) => ({
      ...row,
      stage: { name: 'creating', since: Date.now(), unknown: false, absentAt: [] },
    }));

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.stage.name).toBe('created');
    expect(board.pins).toHaveLength(1);
  });

  it('asks the person, and sends nothing, where what came from a file is not on its board', async () => {
    const board = boardThat();
    const job = aJob();
    const stage = { name: 'creating', since: Date.now(), unknown: true, absentAt: [] } as const;
    await addJob({ ...job, stage: { ...stage, absentAt: [], returned: true } });

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.pause).toMatchObject({ kind: 'held', because: { code: 'outbox/unsure' } });
    expect(board.posts()).toBe(0);
  });

  it.each<[string, Reply[]]>([
    ['its answer comes', ['answers']],
    ['its answer is lost', ['loses the answer']],
    ['the request never arrives', ['never gets it']],
  ])('saves a pin that is there once where %s', async (_, replies) => {
    const board = boardThat(...replies);
    const job = aJob();
    await addJob({ ...job, media: { kind: 'pin', pinId: '42' } });

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.stage).toMatchObject({ name: 'created', pinId: board.pins[0]!.id });
    expect(board.pins).toMatchObject([{ parent_pin_id: '42' }]);
  });

  it('asks the person where a copy of another pin appeared meanwhile', async () => {
    const board = boardThat('never gets it');
    const job = aJob();
    await addJob({ ...job, media: { kind: 'pin', pinId: '42' } });
    const created_at = new Date().toISOString().slice(0, 19);
    board.pins.unshift({ id: '77', board_id: '1', parent_pin_id: '41', created_at });

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.pause).toMatchObject({ kind: 'held', because: { code: 'outbox/unsure' } });
    expect(board.posts()).toBe(1);
  });

  it('asks the person where a pin without words cannot be told from others', async () => {
    const board = boardThat('never gets it');
    const job = aJob();
    await addJob({ ...job, content: { ...job.content, title: '', link: '' } });

    const ended = await runToTheEnd(board.client, job.id);

    expect(ended.pause).toMatchObject({ kind: 'held', because: { code: 'outbox/unsure' } });
    expect(board.posts()).toBe(1);
  });

  // N05
  it('holds a pin whose board is gone and goes on with the others', async () => {
    const board = boardThat('refuses', 'answers');
    const [held, next] = [aJob(), aJob()];
    for (const job of [held, next]) await addJob(job);

    await runnerFor(board.client).reconcile();

    expect((await readJob(held.id))!.pause).toMatchObject({ because: { code: 'api/not-found' } });
    expect((await readJob(next.id))!.stage.name).toBe('created');
  });

  // C02
  it('makes one pin though two runners start at once', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);

    await Promise.all([runnerFor(board.client).reconcile(), runnerFor(board.client).reconcile()]);

    expect(board.pins).toHaveLength(1);
  });

  it('looks again for a twin where the first look was refused', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    await runnerFor(board.client).reconcile();
    board.pins.unshift({ ...board.pins[0]!, id: '4242' });
    for (const client of [{ ...board.client, pages: refuse }, board.client]) {
      await letTimePass(job.id);
      await runnerFor(client as PinterestClient).reconcile();
    }

    expect((await readJob(job.id))!.stage).toMatchObject({ name: 'verified', twinIds: ['4242'] });
  });

  it('goes on to look for a twin where many looks failed on the way before one was refused', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    await runnerFor(board.client).reconcile();
    board.pins.unshift({ ...board.pins[0]!, id: '4242' });
    const looks = [...Array.from({ length: 7 }, () => cut), refuse, board.client.pages];
    for (const pages of looks) {
      await letTimePass(job.id);
      await runnerFor({ ...board.client, pages } as PinterestClient).reconcile();
    }

    expect((await readJob(job.id))!.stage).toMatchObject({ name: 'verified', twinIds: ['4242'] });
  });

  it('leaves the look for a twin where it is refused six times in a row', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    await runnerFor(board.client).reconcile();
    for (let look = 0; look < 6; look += 1) {
      expect((await readJob(job.id))!.stage.name).toBe('created');
      await letTimePass(job.id);
      await runnerFor({ ...board.client, pages: refuse } as PinterestClient).reconcile();
    }

    expect((await readJob(job.id))!.stage).toMatchObject({ name: 'verified', twinIds: [] });
  });

  it('takes a pin back from the board when it is undone after it was made', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    await runnerFor(board.client).reconcile();

    await changeJob(job.id, (row) => reduce(row, { type: 'undo' }));
    await runnerFor(board.client).reconcile();

    expect(board.pins).toEqual([]);
    expect(isTakenBack((await readJob(job.id))!)).toBe(true);
  });

  it('never sends a pin that is undone before its turn', async () => {
    const board = boardThat();
    const job = { ...aJob(), undo: true };
    await addJob(job);

    await runnerFor(board.client).reconcile();

    expect(board.posts()).toBe(0);
    expect((await readJob(job.id))!.stage).toEqual({ name: 'cancelled', pinId: null });
  });

  it('keeps one row though the same draft is queued twice', async () => {
    const job = aJob();
    await addJob(job);
    await addJob({ ...job, content: { ...job.content, title: 'another' } });

    const kept = (await listJobs()).jobs.filter(({ id }) => id === job.id);
    expect(kept.map(({ content }) => content.title)).toEqual([job.content.title]);
  });
});
