// @vitest-environment node
import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startPinterest, type LocalPinterest } from '../../test/pinterest/server';
import { allScopes, clip, picture, postFile } from '../../test/pinterest/testing';
import { target } from '../auth/environment';
import { createClient, type PinterestClient } from '../pinterest/client';
import { reduce, stageOf } from './job';
import { createRunner } from './run';
import { addJob, changeJob, readJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job, JobStage } from './types';
import { eventsOfFailure, eventsOfReply } from './upload-outcome';

let pinterest: LocalPinterest;
let client: PinterestClient;
beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0, processingMs: 50 });
});
afterAll(() => pinterest.close());
beforeEach(() => {
  pinterest.reset();
  aheadMs = 0;
  target.uploadHosts.push(new URL(pinterest.uploadUrl).origin);
  const token = pinterest.signIn(allScopes).access.value;
  client = createClient({
    apiUrl: `http://127.0.0.1:${pinterest.port}/v5`,
    accessToken: async () => token,
    renewToken: async () => token,
    fetch,
    isOnline: () => true,
    lanes: {
      pausedUntil: async () => 0,
      pause: async () => undefined,
      note: async () => undefined,
    },
  });
});

const film = clip(50_000);
let count = 0;

async function aVideo(): Promise<Job> {
  count += 1;
  const [board] = pinterest.ledger.boards('linda_kitchen');
  const job: Job = {
    id: `video-${count}`,
    version: 1,
    accountId: 'a',
    content: {
      title: `Film ${count}`,
      description: '',
      link: '',
      altText: '',
      boardId: board!.id,
      boardName: board!.name,
      sectionId: null,
      sectionName: null,
    },
    media: {
      kind: 'video',
      type: 'video/mp4',
      size: film.length,
      sha256: 'x',
      width: 270,
      height: 480,
      durationMs: 6000,
      cover: { ms: 2600 },
    },
    stage: { name: 'queued' },
    pause: null,
    undo: false,
    attempts: 0,
    queuedAt: Date.now(),
    updatedAt: 0,
    pageUrl: '',
    tabId: null,
  };
  await addJob(job);
  return job;
}

/** Uploads as a document would, by a form over real HTTP; `dies` says whose document is gone before its word is written. */
function uploaderThat(dies: (count: number) => boolean = () => false) {
  const running = new Set<string>();
  let begun = 0;
  const run = async (id: string) => {
    begun += 1;
    const isLost = dies(begun);
    const job = (await readJob(id))!;
    const { uploadUrl, fields } = stageOf(job, 'registered');
    const events = await postFile(uploadUrl, fields, film).then(
      ({ status, text: body }) => eventsOfReply({ status, body }, job, Date.now()),
      (error: unknown) => eventsOfFailure(error, job, Date.now()),
    );
    if (!isLost) await changeJob(id, (row) => events.reduce(reduce, row));
    running.delete(id);
  };
  return {
    begun: () => begun,
    start: async (id: string) => {
      running.add(id);
      void run(id);
    },
    running: async () => new Set(running),
  };
}

/** How much later it is at Pinterest than here, in ms. */
let aheadMs = 0;

function runnerWith(uploader: ReturnType<typeof uploaderThat>) {
  return createRunner({
    ...quietDeps(client),
    readPrepared: async () => new Blob([new Uint8Array(await picture())]),
    uploader,
    serverNow: async () => Date.now() + aheadMs,
  });
}

const registered = {
  name: 'registered',
  mediaId: '7',
  uploadUrl: '',
  fields: [],
  expiresAt: null,
  registeredAt: 0,
  startedAt: 1,
} satisfies JobStage;

/** Reconciles as often as the clock would, without its waits. */
async function follow(id: string, uploader: ReturnType<typeof uploaderThat>): Promise<Job> {
  const runner = runnerWith(uploader);
  for (let round = 0; round < 40; round += 1) {
    await runner.reconcile();
    const job = (await readJob(id))!;
    if (job.stage.name === 'created' || job.pause?.kind === 'held') return job;
    await sleep(30);
    const isStill = (await uploader.running()).size === 0;
    if (isStill) {
      await changeJob(id, (row) => ({
        ...row,
        pause: null,
        stage: row.stage.name === 'uploaded' ? { ...row.stage, askAt: 0 } : row.stage,
      }));
    }
  }
  return (await readJob(id))!;
}

const made = () => pinterest.ledger.pins({ seeded: false });

describe('a video in the outbox', () => {
  it('is registered, uploaded, processed and made one pin', async () => {
    const { id } = await aVideo();
    const ended = await follow(id, uploaderThat());

    expect(ended.stage.name).toBe('created');
    expect(made()).toMatchObject([{ kind: 'video', title: `Film ${count}` }]);
    expect(pinterest.ledger.media()).toMatchObject([{ received: { size: film.length } }]);
  });

  // K11
  it('is asked for first, and not sent again, where its document died after the last byte', async () => {
    const { id } = await aVideo();
    const uploader = uploaderThat(() => true);
    await follow(id, uploader);

    expect(uploader.begun()).toBe(1);
    expect(pinterest.ledger.requests('media/create')).toBe(1);
    expect(made()).toHaveLength(1);
  });

  it('is sent again with the same form where its document died before', async () => {
    const { id } = await aVideo();
    pinterest.faults.add({ operation: 's3', kind: 'drop-before' });
    const uploader = uploaderThat((nth) => nth === 1);
    await follow(id, uploader);

    expect(uploader.begun()).toBe(2);
    expect(pinterest.ledger.requests('media/create')).toBe(1);
    expect(made()).toHaveLength(1);
  });

  // N15
  it('is registered anew where its form has ended', async () => {
    const { id } = await aVideo();
    const body = '<Error><Code>AccessDenied</Code><Message>Policy expired.</Message></Error>';
    pinterest.faults.add({ operation: 's3', kind: 'status', status: 403, body });
    await follow(id, uploaderThat());

    expect(pinterest.ledger.requests('media/create')).toBe(2);
    expect(made()).toHaveLength(1);
  });

  // D08
  it('is registered anew in time, by Pinterest’s clock, where little of its hour is left', async () => {
    const { id } = await aVideo();
    aheadMs = 59 * 60_000 + 30_000;
    pinterest.faults.add({ operation: 's3', kind: 'drop-before' });
    const uploader = uploaderThat((nth) => nth === 1);
    await follow(id, uploader);

    expect(uploader.begun()).toBe(2);
    expect(pinterest.ledger.requests('media/create')).toBe(2);
    expect(made()).toHaveLength(1);
  });

  it('keeps no other pin waiting while it is uploaded', async () => {
    const { id } = await aVideo();
    const other = await aVideo();
    const still = {
      begun: () => 0,
      start: async () => undefined,
      running: async () => new Set([id]),
    };
    const facts = { type: 'image/jpeg', size: 1, sha256: 'x', width: 300, height: 450 };
    await changeJob(other.id, (row) => ({ ...row, media: { kind: 'bytes', ...facts } }));
    await changeJob(id, (row) => ({ ...row, stage: registered }));
    await runnerWith(still).reconcile();

    expect((await readJob(other.id))!.stage.name).toBe('created');
    expect((await readJob(id))!.stage.name).toBe('registered');
  });

  // N18
  it('is held, with its bytes, where Pinterest can make nothing of it', async () => {
    const { id } = await aVideo();
    const uploader = uploaderThat();
    film.write('GIF89a, which is no film', 0);
    const held = await follow(id, uploader).finally(() => clip(64).copy(film));

    expect(held).toMatchObject({
      stage: { name: 'prepared' },
      pause: { because: { code: 'media/processing-failed' } },
    });
  });

  // K09
  it('is one pin where the answer to its registration was lost', async () => {
    pinterest.faults.add({ operation: 'media/create', kind: 'drop-after' });
    const job = await aVideo();
    const runner = runnerWith(uploaderThat());
    for (let rounds = 0; rounds < 40; rounds += 1) {
      await runner.reconcile(true);
      const row = (await readJob(job.id))!;
      if (row.stage.name === 'created') break;
      await changeJob(job.id, (each) => ({
        ...each,
        pause: null,
        stage: each.stage.name === 'uploaded' ? { ...each.stage, askAt: 0 } : each.stage,
      }));
      await sleep(50);
    }

    expect(pinterest.ledger.pins({ seeded: false })).toHaveLength(1);
    expect(pinterest.ledger.media().length).toBeLessThanOrEqual(2);
  });

  it('is sent once though its pin has to be created twice', async () => {
    const { id } = await aVideo();
    pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 429 });
    const uploader = uploaderThat();
    await follow(id, uploader);

    expect(uploader.begun()).toBe(1);
    expect(made()).toHaveLength(1);
  });
});
