// @vitest-environment node
import 'fake-indexeddb/auto';
import { promisifyRequest } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import draft3 from '../../test/golden/tack-drafts-3.json';
import { storageNavigator } from '../../test/opfs';
import { addDraft, readDraft } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { listBytes, readBytes, readCopy, writeBytes } from '../storage/bytes';
import { broughtBack } from '../storage/late-items';
import { removeMark } from '../storage/marks';
import { copyDrafts, copyJobs } from './copies';
import { addJob, listJobs, listOpenJobs, readJob } from './store';
import { sweep } from './sweep';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job, JobStage } from './types';

/** What a browser does that finds its databases damaged: all of them are new, and the files are as they were. */
async function emptyDatabases(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await promisifyRequest(indexedDB.open(name));
    await promisifyRequest(db.transaction('rows', 'readwrite').objectStore('rows').clear());
    db.close();
  }
}

const picture = new Blob(['bytes']);

async function withPicture(job: Job): Promise<Job> {
  const written = { ...job, updatedAt: Date.now() };
  await writeBytes(job.id, 'original', picture);
  await addJob(written);
  return written;
}

const creating: JobStage = { name: 'creating', since: 5, unknown: false, absentAt: [3] };
const registered: JobStage = {
  name: 'registered',
  mediaId: '9',
  uploadUrl: 'https://upload.example/',
  fields: [['policy', 'signed']],
  expiresAt: null,
  registeredAt: 0,
  startedAt: null,
};
const restored = { kind: 'held', because: { code: 'outbox/restored' } };

beforeEach(async () => {
  vi.stubGlobal('navigator', storageNavigator());
  await emptyDatabases();
  fakeBrowser.reset();
});

describe('an outbox whose databases the browser emptied', () => {
  // D04
  it('comes back with its pictures, says so, and sends nothing by itself', async () => {
    const waits = await withPicture({ ...aJob(), notBefore: Date.now() + 1000 });
    const sent = await withPicture({ ...aJob(), stage: creating });
    const video = await withPicture({ ...aJob(), stage: registered });
    const draft = draft3 as unknown as Draft;
    await addDraft(draft);
    await writeBytes(draft.id, 'original', picture);
    await sweep();
    await copyJobs(await listOpenJobs());
    await copyDrafts();
    await emptyDatabases();

    await sweep();

    expect((await listBytes()).toSorted()).toEqual(
      [waits.id, sent.id, video.id, draft.id].toSorted(),
    );
    expect(await readBytes(waits.id, 'original')).not.toBeNull();
    expect(await readJob(waits.id)).toMatchObject({ content: waits.content, pause: restored });
    expect(await readJob(video.id)).toMatchObject({ stage: { name: 'queued' }, pause: restored });
    expect(await readJob(sent.id)).toMatchObject({
      stage: { since: 5, unknown: true },
      pause: null,
    });
    expect(await readDraft(draft.id)).toMatchObject({ title: draft.title, tabId: -1 });
    expect(await broughtBack.getValue()).toEqual({ jobs: 3, drafts: 1, left: 0 });
    const board = boardThat();
    await runnerFor(board.client).reconcile();
    expect(board.posts()).toBe(0);
  });

  it('keeps pictures of no row until the person has read of it', async () => {
    await sweep();
    await writeBytes('no-copy', 'original', picture);
    await emptyDatabases();
    await sweep();
    await sweep();
    expect(await listBytes()).toEqual(['no-copy']);
    expect(await broughtBack.getValue()).toEqual({ jobs: 0, drafts: 0, left: 1 });

    await broughtBack.removeValue();
    await sweep();
    expect(await listBytes()).toEqual([]);
  });

  it('comes back whole where the worker was stopped meanwhile, and each pin once', async () => {
    const jobs = [await withPicture(aJob()), await withPicture(aJob())];
    await sweep();
    await copyJobs(jobs);
    await emptyDatabases();
    const stopped = vi.spyOn(broughtBack, 'setValue').mockRejectedValueOnce(new Error('stopped'));
    await expect(sweep()).rejects.toThrow('stopped');
    await sweep();
    stopped.mockRestore();

    expect((await listJobs()).jobs).toHaveLength(2);
    expect(await broughtBack.getValue()).toEqual({ jobs: 2, drafts: 0, left: 0 });
    await broughtBack.removeValue();
    await sweep();
    expect(await listBytes()).toHaveLength(2);
  });

  it('is none where the person erased everything, however far that came', async () => {
    const job = await withPicture(aJob());
    await sweep();
    await copyJobs([job]);

    await removeMark();
    await emptyDatabases(); // and stopped there
    await sweep();

    expect((await listJobs()).jobs).toEqual([]);
    expect(await listBytes()).toEqual([]);
    expect(await broughtBack.getValue()).toBeNull();
  });

  it('is none at the first start of a Tack that looks for it', async () => {
    const job = await withPicture(aJob());
    await sweep();
    await sweep();

    expect(await readJob(job.id)).toMatchObject({ pause: null });
    expect(await broughtBack.getValue()).toBeNull();
  });
});

describe('copies of rows', () => {
  it('hold no form of an upload and no tab', async () => {
    const job = { ...aJob(), stage: registered, tabId: 7, updatedAt: Date.now() };
    await copyJobs([job]);

    expect(await readCopy(job.id)).toMatchObject({ row: { content: job.content, tabId: null } });
    expect(JSON.stringify(await readCopy(job.id))).not.toContain('signed');
  });

  it('are written a number at a time, the rest the next time, and none twice', async () => {
    const now = Date.now();
    const jobs = Array.from({ length: 450 }, (_, index) => ({
      ...aJob(),
      updatedAt: now - 1000 + index,
    }));
    const counts: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await copyJobs(jobs);
      counts.push((await listBytes()).length);
    }
    expect(counts).toEqual([200, 400, 450, 450]);
    const writing = vi.spyOn(Blob.prototype, 'size', 'get');
    await copyJobs(jobs);
    expect(writing).not.toHaveBeenCalled();
    writing.mockRestore();
  });

  it('follow what becomes of a row, and go once its pin is out', async () => {
    const job = { ...aJob(), updatedAt: Date.now() - 10 };
    await copyJobs([job]);
    const moved = { ...job, notBefore: 5, updatedAt: Date.now() - 5 };
    await copyJobs([moved]);
    expect(await readCopy(job.id)).toMatchObject({ row: { notBefore: 5 } });

    const stage = { name: 'created', pinId: '7', createdAt: '', verifyAt: 0 } as const;
    await copyJobs([{ ...moved, stage, updatedAt: Date.now() }]);
    expect(await readCopy(job.id)).toBeNull();
  });

  it('are written again where a clock that was put back had said that they were', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    await copyJobs([{ ...aJob(), updatedAt: Date.now() }]);
    vi.useRealTimers();
    const job = { ...aJob(), updatedAt: Date.now() };
    await copyJobs([job]);

    expect(await readCopy(job.id)).not.toBeNull();
  });
});
