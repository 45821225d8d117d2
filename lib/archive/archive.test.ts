// @vitest-environment node
import 'fake-indexeddb/auto';
import { promisifyRequest } from 'idb-keyval';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import draft1 from '../../test/golden/tack-drafts-1.json';
import draft3 from '../../test/golden/tack-drafts-3.json';
import history1 from '../../test/golden/tack-history-1.json';
import job1 from '../../test/golden/tack-jobs-1.json';
import file1 from '../../test/golden/tack-outbox-file-1.json';
import { storageNavigator } from '../../test/opfs';
import * as drafts from '../drafts/store';
import type { Draft } from '../drafts/types';
import { sha256 } from '../media/hash';
import * as history from '../outbox/history';
import type { HistoryRow } from '../outbox/history';
import * as scheduled from '../outbox/schedule-settings';
import * as store from '../outbox/store';
import type { Job, JobStage } from '../outbox/types';
import * as bytes from '../storage/bytes';
import * as items from '../storage/items';
import * as lateItems from '../storage/late-items';
import * as exports from './export';
import * as imports from './import';

const place = {
  ...exports,
  ...imports,
  ...store,
  ...drafts,
  ...history,
  ...bytes,
  ...items,
  ...lateItems,
  ...scheduled,
};

/** Another computer, or this one after everything was erased. */
async function elsewhere() {
  vi.stubGlobal('navigator', storageNavigator());
  fakeBrowser.reset();
  await Promise.all([store.listJobs(), drafts.listDraftIds(), history.listHistory()]);
  for (const database of ['tack-jobs', 'tack-drafts', 'tack-history']) {
    const db = await promisifyRequest(indexedDB.open(database));
    await promisifyRequest(db.transaction('rows', 'readwrite').objectStore('rows').clear());
    db.close();
  }
  return place;
}

type Place = typeof place;

const picture = new Blob([new Uint8Array(300_000).fill(7)]);

async function aJob(id: string, stage: JobStage): Promise<Job> {
  const media = { ...job1.media, size: picture.size, sha256: await sha256(picture) };
  return { ...job1, id, media, stage, pause: null } as unknown as Job;
}

const creating: JobStage = { name: 'creating', since: 5, unknown: false, absentAt: [3] };

/** An outbox with something of everything. */
async function filled(): Promise<Place> {
  const here = await elsewhere();
  await here.addJob(await aJob('queued', { name: 'queued' }));
  await here.addJob(await aJob('sent', creating));
  await here.addJob(
    await aJob('out', { name: 'verified', pinId: '7', createdAt: '', twinIds: [] }),
  );
  const upload = { name: 'uploaded', mediaId: '9', upload: { policy: 'signed', key: 'k' } };
  await here.addJob(await aJob('video', upload as unknown as JobStage));
  await here.addDraft(draft3 as unknown as Draft);
  await here.addDraft(draft1 as unknown as Draft);
  await here.addHistory(history1 as HistoryRow);
  for (const id of ['queued', 'sent', 'd-3']) await here.writeBytes(id, 'original', picture);
  await here.siteLanes.setValue({ 'kitchen.example': 'create' });
  return here;
}

describe('an outbox in a file', () => {
  // D10
  it('comes back whole on another computer, with its pictures', async () => {
    const { blob, name } = await (await filled()).exportOutbox(true);
    expect(name).toMatch(/^tack-outbox-\d{4}-\d\d-\d\d\.zip$/);
    const there = await elsewhere();

    expect(await there.importOutbox(blob)).toEqual({ added: 6, known: 0, bad: [] });
    expect(await sha256((await there.readBytes('queued', 'original'))!)).toBe(
      await sha256(picture),
    );
    expect(await there.readDraft('d-3')).toMatchObject({
      title: draft3.title,
      media: draft3.media,
    });
    expect(await there.readDraft('d-1')).toMatchObject({ version: 3, media: { state: 'reading' } });
    expect(await there.makerOf(history1.pinId)).toBe('j-0');
    expect(await there.siteLanes.getValue()).toEqual({ 'kitchen.example': 'create' });
  });

  it('sends nothing by itself: what may be out is looked for, what is not waits for the person', async () => {
    const { blob } = await (await filled()).exportOutbox(false);
    const there = await elsewhere();
    await there.importOutbox(blob);

    const held = { kind: 'held', because: { code: 'outbox/imported' } };
    expect(await there.readJob('queued')).toMatchObject({ stage: { name: 'queued' }, pause: held });
    expect(await there.readJob('video')).toMatchObject({ stage: { name: 'queued' }, pause: held });
    expect(await there.readJob('sent')).toMatchObject({
      stage: { name: 'creating', since: 5, unknown: true, absentAt: [], returned: true },
      pause: null,
    });
    expect((await there.readJob('out'))?.stage).toMatchObject({ name: 'verified', pinId: '7' });
  });

  // D10
  it('makes and deletes no pin by being read, whoever wrote it', async () => {
    const { blob } = await (await filled()).exportOutbox(false);
    const file = JSON.parse(await blob.text()) as { jobs: Job[] };
    const [job] = file.jobs;
    const nonsense = { kind: 'held', because: { code: 'nonsense' } };
    const rows = [
      { id: 'removing', undo: true, stage: { name: 'removing', pinId: '7' }, pause: null },
      {
        id: 'undone',
        undo: true,
        stage: { name: 'created', pinId: '8', createdAt: '', verifyAt: 0 },
      },
      { id: 'sent-and-undone', undo: true, stage: creating },
      { id: 'strange', undo: false, stage: { name: 'queued' }, pause: nonsense },
    ];
    file.jobs = rows.map((row) => ({ ...job, ...row }) as unknown as Job);
    const there = await elsewhere();
    await there.importOutbox(new Blob([JSON.stringify(file)]));
    const held = { kind: 'held', because: { code: 'outbox/imported' } };
    for (const { id } of rows) expect(await there.readJob(id)).toMatchObject({ id, pause: held });
  });

  it('is the same twice as once, and writes over nothing', async () => {
    const here = await filled();
    const { blob } = await here.exportOutbox(true);
    await here.changeJob('queued', (job) => ({ ...job, attempts: 5 }));
    const before = await here.listJobs();

    expect(await here.importOutbox(blob)).toEqual({ added: 0, known: 6, bad: [] });
    expect(await here.listJobs()).toEqual(before);
  });

  it('brings no job back whose pin is out by now', async () => {
    const here = await filled();
    const { blob } = await here.exportOutbox(false);
    await here.addHistory({ ...(history1 as HistoryRow), pinId: '8', jobId: 'queued' });
    await here.removeJob('queued');

    expect(await here.importOutbox(blob)).toMatchObject({ added: 0, known: 6 });
    expect(await here.readJob('queued')).toBeUndefined();
  });

  // D10
  it('has no form of an upload in it, and no tab', async () => {
    const { blob } = await (await filled()).exportOutbox(false);
    const text = await blob.text();
    expect(text).not.toContain('signed');
    expect(text).not.toMatch(/"tabId": 7/);
  });
});

describe('a file that is not as it should be', () => {
  const fileOf = (rows: object) =>
    new Blob([
      JSON.stringify({
        format: 'tack-outbox',
        version: 1,
        exportedAt: '',
        jobs: [],
        drafts: [],
        history: [],
        settings: {},
        ...rows,
      }),
    ]);

  it('is refused where it is none of Tack’s, or a newer one’s', async () => {
    const { importOutbox } = await elsewhere();
    const refused = { code: 'archive/not-ours' };
    await expect(importOutbox(new Blob(['{}']))).rejects.toMatchObject(refused);
    await expect(importOutbox(new Blob(['PK\u0003\u0004 and so on']))).rejects.toMatchObject(
      refused,
    );
    await expect(importOutbox(fileOf({ version: 2 }))).rejects.toMatchObject({
      code: 'storage/newer',
    });
  });

  it('gives what is good in it, and names what is not', async () => {
    const { importOutbox, listJobs } = await elsewhere();
    const good = await aJob('good', { name: 'queued' });
    const jobs = [
      good,
      { ...good, id: '../../vault' },
      { ...good, id: 'odd', stage: { name: 'sending' } },
      { ...good, id: 'late', version: 2 },
      7,
    ];
    expect(await importOutbox(fileOf({ jobs }))).toEqual({
      added: 1,
      known: 0,
      bad: ['job ../../vault', 'job odd', 'job late', 'job 5'],
    });
    expect((await listJobs()).jobs.map(({ id }) => id)).toEqual(['good']);
  });

  it('gives what the file of an earlier Tack holds, with the times at which pins go out', async () => {
    const there = await elsewhere();
    const written = new Blob([JSON.stringify(file1)]);

    expect(await there.importOutbox(written)).toEqual({ added: 2, known: 0, bad: [] });
    expect(await there.schedule.getValue()).toEqual(file1.settings.schedule);
    expect((await there.readSchedule()).isUnreadable).toBe(false);
    const { blob } = await there.exportOutbox(false);
    expect(JSON.parse(await blob.text())).toMatchObject({
      settings: { ...file1.settings, sendDelay: 0 }, // how long to wait is this computer's own
    });
  });

  it('gives no times where some were chosen here, or where they are none', async () => {
    const there = await elsewhere();
    await there.importOutbox(fileOf({ settings: { schedule: { minutes: [99_999] } } }));
    expect(await there.schedule.getValue()).toBeNull();

    await there.saveSchedule(there.usualSchedule);
    await there.importOutbox(fileOf({ settings: file1.settings }));
    expect(await there.schedule.getValue()).toEqual(there.usualSchedule);
  });

  it('gives the menu as it was, and leaves one that was changed here', async () => {
    const here = await elsewhere();
    const places = { image: true, link: false, selection: true, pin: false, page: true };
    await here.menuPlaces.setValue(places);
    await here.quickMode.setValue(true);
    const { blob } = await here.exportOutbox(false);

    const there = await elsewhere();
    await there.importOutbox(blob);
    expect(await there.menuPlaces.getValue()).toEqual(places);
    expect(await there.quickMode.getValue()).toBe(true);

    const own = { ...places, link: true };
    await there.menuPlaces.setValue(own);
    await there.importOutbox(blob);
    expect(await there.menuPlaces.getValue()).toEqual(own);
  });

  it('gives no job whose picture is another one than the job says', async () => {
    const here = await elsewhere();
    await here.addJob({ ...(await aJob('queued', { name: 'queued' })) });
    await here.writeBytes('queued', 'original', new Blob(['another picture']));
    const { blob } = await here.exportOutbox(true);
    expect(await (await elsewhere()).importOutbox(blob)).toEqual({
      added: 0,
      known: 0,
      bad: ['job queued'],
    });
  });
});
