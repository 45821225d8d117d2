// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin, PinCreate } from '../pinterest/types';
import { reduce } from './job';
import { createRunner, type RunnerDeps } from './run';
import { addJob, changeJob, listJobs, readJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

/** What Pinterest does with the n-th `POST /pins`. */
type Reply = 'answers' | 'loses the answer' | 'never gets it' | 'refuses' | 'answers without an id';

let pinCount = 0;

/** A board that keeps what it was given, and may lose its answer. */
function boardThat(...replies: Reply[]) {
  const pins: Pin[] = [];
  let posts = 0;
  const create = async (input: PinCreate): Promise<Pin> => {
    const reply = replies[posts] ?? 'answers';
    posts += 1;
    if (reply === 'refuses') throw new AppError('api/not-found', { kind: 'board' });
    if (reply !== 'never gets it') {
      const { board_id, title = '', description = '', alt_text = '', link = '' } = input;
      const created_at = new Date().toISOString().slice(0, 19);
      pins.unshift({
        id: `9007199254740${(pinCount += 1) + 1000}`,
        board_id,
        title,
        description,
        alt_text,
        link,
        created_at,
      });
    }
    if (reply === 'answers without an id') return {} as Pin;
    if (reply !== 'answers') throw new AppError('api/outcome-unknown', undefined);
    return pins[0]!;
  };
  /** A copy has the words of the pin that it copies, and names it. */
  const save = async ({ pin_id, board_id }: { pin_id: string; board_id: string }) => {
    const before = pins.length;
    const made = create({ board_id, title: 'Somebody’s', link: 'https://other.example/' } as never);
    const copied = await made.catch((error: unknown) => error);
    if (pins.length > before) pins[0]!.parent_pin_id = pin_id;
    if (copied instanceof Error) throw copied;
    return pins[0]!;
  };
  const client = {
    call: async (id: string, input: never) => {
      if (id === 'pins/create') return create(input);
      if (id === 'pins/save') return save(input);
      if (id === 'pins/delete') return void pins.splice(0, 1);
      throw new Error(`unexpected ${id}`);
    },
    pages: async function* () {
      yield [...pins];
    },
  } as unknown as PinterestClient;
  return { pins, client, posts: () => posts };
}

function runnerFor(client: PinterestClient, more: Partial<RunnerDeps> = {}) {
  return createRunner({ ...quietDeps(client), ...more });
}

let count = 0;

function aJob(): Job {
  count += 1;
  const content = {
    title: `Panna cotta ${count}`,
    description: '',
    link: 'https://kitchen.example/panna-cotta',
    altText: '',
    boardId: '1',
    boardName: 'Kitchen ideas',
    sectionId: null,
    sectionName: null,
  };
  const media = {
    kind: 'bytes',
    type: 'image/jpeg',
    size: 5,
    sha256: 'x',
    width: 100,
    height: 100,
  } as const;
  const times = { queuedAt: Date.now() + count, updatedAt: 0 };
  const stage = { name: 'queued' } as const;
  return {
    id: `job-${count}`,
    version: 1,
    accountId: 'a',
    content,
    media,
    stage,
    pause: null,
    undo: false,
    attempts: 0,
    ...times,
    pageUrl: '',
    tabId: null,
  };
}

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

const DAY_MS = 24 * 3_600_000;

/** A list in which nothing new is seen before a moment. */
const lagging = (pins: Pin[], until: number) =>
  async function* list(): AsyncGenerator<Pin[]> {
    yield Date.now() < until ? [] : [...pins];
  };

async function* breaking(): AsyncGenerator<Pin[]> {
  yield await Promise.reject(new AppError('api/unavailable', { status: 500 }));
}

describe('the outbox', () => {
  afterEach(() => void vi.useRealTimers());

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

  // D12
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

  it('takes a pin back from the board when it is undone after it was made', async () => {
    const board = boardThat();
    const job = aJob();
    await addJob(job);
    await runnerFor(board.client).reconcile();

    await changeJob(job.id, (row) => reduce(row, { type: 'undo' }));
    await runnerFor(board.client).reconcile();

    expect(board.pins).toEqual([]);
    expect((await readJob(job.id))!.stage.name).toBe('cancelled');
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
