// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { promisifyRequest } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import draft1 from '../../test/golden/tack-drafts-1.json';
import draft2 from '../../test/golden/tack-drafts-2.json';
import draft3 from '../../test/golden/tack-drafts-3.json';
import history1 from '../../test/golden/tack-history-1.json';
import job1 from '../../test/golden/tack-jobs-1.json';
import { leaveDatabase } from '../storage/testing';
import type { Job } from './types';

/** The stores as a worker that has just started has them. */
async function freshly() {
  vi.resetModules();
  const [jobs, drafts, history] = await Promise.all([
    import('./store'),
    import('../drafts/store'),
    import('./history'),
  ]);
  return { ...jobs, ...drafts, ...history };
}

const jobs = Object.fromEntries(
  ['j-1', 'j-2', 'j-3'].map((id) => [id, { ...job1, id, stage: { name: 'queued' } }]),
);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({}) }, locks: undefined });
});

describe('rows of every version that was ever written', () => {
  it('are drafts, jobs and history of today', async () => {
    await leaveDatabase('tack-drafts', { 'd-1': draft1, 'd-2': draft2, 'd-3': draft3 });
    await leaveDatabase('tack-jobs', { 'j-1': job1 });
    await leaveDatabase('tack-history', { [history1.pinId]: history1 });
    const { listDrafts, listJobs, makerOf } = await freshly();

    const drafts = await listDrafts();
    expect(drafts.map(({ id }) => id).toSorted()).toEqual(['d-1', 'd-2', 'd-3']);
    for (const draft of drafts) {
      expect(draft).toMatchObject({ version: 3, also: [], together: 'apart', title: draft1.title });
      expect(draft.image).toMatchObject({ versions: [], frameId: 0 });
    }
    expect(await listJobs()).toEqual({ jobs: [job1], unreadable: [] });
    expect(await makerOf(history1.pinId)).toBe('j-0');
  });

  // D01
  it('are all there whichever of them was written when Tack was stopped, and twice is as once', async () => {
    const all = { 'd-1': draft1, 'd-2': draft2, 'd-3': draft3 };
    await leaveDatabase('tack-drafts', all);
    for (const id of [...Object.keys(all), ...Object.keys(all)]) {
      const { changeDraft, listDrafts, readDraft } = await freshly(); // the one before was stopped here
      await changeDraft(id, (draft) => ({ ...draft, title: `Seen ${id}` }));
      expect((await listDrafts()).map((draft) => draft.version)).toEqual([3, 3, 3]);
      expect(await readDraft(id)).toMatchObject({ version: 3, title: `Seen ${id}` });
    }
  });
});

describe('the database of jobs', () => {
  it('finds what is open once it has its indexes, without having lost a row of before', async () => {
    await leaveDatabase('tack-jobs', {
      ...jobs,
      done: { ...job1, id: 'done', stage: verified('77') },
    });
    const { jobsWithPin, listJobIds, listOpenJobs } = await freshly();

    expect((await listOpenJobs()).map(({ id }) => id)).toEqual(['j-1', 'j-2', 'j-3']);
    expect(await listJobIds()).toMatchObject({ ended: ['done'] });
    expect(await jobsWithPin('77')).toEqual(['done']);
  });

  it('of a Tack that had fewer indexes gets the others, and finds a picture and a time by them', async () => {
    await leaveDatabase('tack-jobs', {
      ...jobs,
      'j-4': { ...job1, id: 'j-4', pictureHashes: ['bytes', 'address'], notBefore: 500 },
    });
    const before = indexedDB.open('tack-jobs', 2);
    before.addEventListener('upgradeneeded', () => {
      before.transaction!.objectStore('rows').createIndex('stage', 'stage.name');
    });
    (await promisifyRequest(before)).close();
    const { listJobsDueAfter, listJobsOfPicture, listOpenJobs } = await freshly();

    expect(await listOpenJobs()).toHaveLength(4);
    for (const hash of ['bytes', 'address'])
      expect(await listJobsOfPicture([hash])).toMatchObject([{ id: 'j-4' }]);
    expect(await listJobsDueAfter(499)).toMatchObject([{ id: 'j-4' }]);
    expect(await listJobsDueAfter(500)).toEqual([]);
  });

  // D01
  it('is as it was where Tack is stopped while it gets them', async () => {
    await leaveDatabase('tack-jobs', jobs);
    for (const made of [0, 1, 2]) {
      const request = indexedDB.open('tack-jobs', 3);
      request.addEventListener('upgradeneeded', () => {
        const rows = request.transaction!.objectStore('rows');
        for (const name of ['stage', 'pin'].slice(0, made)) rows.createIndex(name, `${name}.name`);
        request.transaction!.abort();
      });
      await promisifyRequest(request).catch(() => undefined);
    }
    const { listOpenJobs } = await freshly();
    expect(await listOpenJobs()).toHaveLength(3);
  });

  // D03
  it('keeps a row that nobody can read, and says which', async () => {
    await leaveDatabase('tack-jobs', { ...jobs, bad: { version: 1, what: 'is this' }, worse: 7 });
    const { listJobs } = await freshly();
    expect(await listJobs()).toMatchObject({ jobs: { length: 3 }, unreadable: ['bad', 'worse'] });
  });

  // D02
  it('is not written in beside what a newer Tack wrote, and can be read', async () => {
    await leaveDatabase('tack-jobs', { ...jobs, newer: { ...job1, id: 'newer', version: 2 } });
    const { addJob, changeJob, countNewerJobs, listJobs, removeJob } = await freshly();

    expect(await countNewerJobs()).toBe(1);
    const refused = { code: 'storage/newer', data: { key: 'tack-jobs' } };
    await expect(addJob({ ...job1, id: 'j-4' } as unknown as Job)).rejects.toMatchObject(refused);
    await expect(changeJob('j-1', (job) => job)).rejects.toMatchObject(refused);
    await expect(removeJob('j-1')).rejects.toMatchObject(refused);
    expect(await listJobs()).toMatchObject({ jobs: { length: 3 }, unreadable: ['newer'] });
  });

  it('says so where a newer Tack made it, and where it is not one of Tack’s', async () => {
    await leaveDatabase('tack-jobs', jobs, 4);
    await expect((await freshly()).listJobs()).rejects.toMatchObject({ code: 'storage/newer' });

    vi.stubGlobal('indexedDB', new IDBFactory());
    await promisifyRequest(indexedDB.open('tack-jobs', 3)).then((db) => db.close());
    await expect((await freshly()).listJobs()).rejects.toMatchObject({
      code: 'storage/unreadable',
    });
  });

  // C06
  it('is let go of where a newer Tack opens it, which then waits for nobody', async () => {
    await leaveDatabase('tack-jobs', jobs);
    const { listJobs } = await freshly();
    await listJobs();

    await promisifyRequest(indexedDB.open('tack-jobs', 9)).then((db) => db.close());

    await expect(listJobs()).rejects.toMatchObject({ code: 'storage/newer' });
  });

  // D05, D06
  it('says that there is no room where the browser has none, and has written nothing', async () => {
    await leaveDatabase('tack-jobs', jobs);
    const { addJob, listJobs } = await freshly();
    await listJobs();
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full;
    });
    await expect(addJob({ ...job1, id: 'j-4' } as unknown as Job)).rejects.toMatchObject({
      code: 'storage/full',
    });
    put.mockRestore();
    expect((await listJobs()).jobs).toHaveLength(3);
  });
});

describe('the database of history', () => {
  it('finds what was made of a picture, by whom, in rows of before as well', async () => {
    const old = { ...history1, pinId: '1', jobId: 'j-1', imageHash: 'bytes', at: 1 };
    const { pictureHashes: _, ...oldest } = { ...old, pictureHashes: undefined };
    const now = { ...old, pinId: '2', jobId: 'j-2', pictureHashes: ['read', 'address'], at: 2 };
    await leaveDatabase('tack-history', { '1': oldest, '2': now });
    const { hasMade, historyOfPicture } = await freshly();

    expect(await historyOfPicture(['bytes'])).toMatchObject([{ pinId: '1' }]);
    expect(await historyOfPicture(['bytes', 'address'])).toMatchObject([
      { pinId: '2' },
      { pinId: '1' },
    ]);
    expect([await hasMade('j-2'), await hasMade('j-3')]).toEqual([true, false]);
  });
});

const verified = (pinId: string) => ({ name: 'verified', pinId, createdAt: '', twinIds: [] });
