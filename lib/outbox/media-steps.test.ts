// @vitest-environment node
import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startPinterest, type LocalPinterest } from '../../test/pinterest/server';
import { clip, picture } from '../../test/pinterest/testing';
import { follow as followJob, signedInClient, uploaderOf } from '../../test/uploads';
import { target } from '../auth/environment';
import type { PinterestClient } from '../pinterest/client';
import { createRunner } from './run';
import { addJob, changeJob, readJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job, JobStage } from './types';
import type { Uploader } from './uploader';

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
  client = signedInClient(pinterest);
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

/** How much later it is at Pinterest than here, in ms. */
let aheadMs = 0;

function runnerWith(uploader: Uploader) {
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

const uploaderThat = (dies?: (count: number) => boolean) => uploaderOf(film, dies);

const follow = (id: string, uploader: Uploader) => followJob(id, runnerWith(uploader), uploader);

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
