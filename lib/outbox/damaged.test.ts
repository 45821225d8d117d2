// @vitest-environment node
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { promisifyRequest } from 'idb-keyval';
import { describe, expect, it } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { drawn, holds } from '../../test/holds';
import type { PinterestClient } from '../pinterest/client';
import { countParts, filterJobs } from './filter';
import { createRunner } from './run';
import { addJob, listJobs, readJob, removeJob } from './store';
import { quietDeps } from './testing-runner';
import type { Job } from './types';

/** Puts rows where Tack has its own, as a damaged disk or another program might. */
async function putRaw(rows: Record<string, unknown>): Promise<void> {
  const db = await promisifyRequest(indexedDB.open('tack-jobs'));
  const transaction = db.transaction('rows', 'readwrite');
  for (const [key, row] of Object.entries(rows)) transaction.objectStore('rows').put(row, key);
  await promisifyRequest(transaction);
  db.close();
}

const parts = [
  'stage',
  'content',
  'media',
  'pause',
  'queuedAt',
  'version',
  'undo',
  'pageUrl',
  'updatedAt',
  'notBefore',
  'attempts',
  'tabId',
  'pictureHashes',
];
const inners = ['name', 'title', 'boardName', 'kind', 'because', 'until', 'since', 'absentAt'];

const damage = fc
  .record({
    part: fc.constantFrom(...parts),
    inner: fc.option(fc.constantFrom(...inners)),
    value: fc.jsonValue({ maxDepth: 2 }),
  })
  // A higher number is a newer Tack's, and not damaged.
  .filter(({ part, value }) => part !== 'version' || typeof value !== 'number');

function damaged({ part, inner, value }: { part: string; inner: string | null; value: unknown }) {
  const row = structuredClone({ ...job1, id: 'damaged' }) as Record<string, unknown>;
  const target = inner !== null && typeof row[part] === 'object' ? row[part] : row;
  Object.assign(target as object, { [inner !== null && target !== row ? inner : part]: value });
  return row;
}

describe('a damaged row', () => {
  // D03
  it('holds up neither the list nor the pins beside it, whatever is damaged', async () => {
    let count = 0;
    const check = async (what: Parameters<typeof damaged>[0]) => {
      count += 1;
      const good = { ...(job1 as unknown as Job), id: `good-${count}`, pause: null };
      await addJob({ ...good, undo: true, stage: { name: 'queued' } });
      await putRaw({ damaged: damaged(what) });

      const { jobs } = await listJobs();
      expect(countParts(jobs).all).toBe(jobs.length);
      filterJobs(jobs, 'all', 'panna');
      await runner.reconcile(true);
      expect((await readJob(good.id))?.stage.name).toBe('cancelled');
    };
    await holds(fc.asyncProperty(damage, check), { numRuns: 150 });
  });

  // D03
  it('holds up nothing where a moment in it is nothing that a clock could be held against', async () => {
    const until = { toString: 'what a disk leaves', valueOf: null };
    await putRaw({ damaged: { ...job1, id: 'damaged', pause: { ...job1.pause, until } } });
    const good = { ...(job1 as unknown as Job), id: 'good-later', pause: null };
    await addJob({ ...good, undo: true, stage: { name: 'queued' } });
    await runner.reconcile(true);
    expect((await readJob(good.id))?.stage.name).toBe('cancelled');
    expect((await listJobs()).unreadable).toContain('damaged');
  });

  // D03
  it('holds up nothing beside it where there are ten thousand of them, each damaged in its own way', async () => {
    for (const { id } of (await listJobs()).jobs) await removeJob(id);
    const rows = drawn(damage, 10_000).map((what, index) => {
      const id = `damaged-${index}`;
      return [id, { ...damaged(what), id }] as const;
    });
    await putRaw(Object.fromEntries(rows));
    const good = { ...(job1 as unknown as Job), id: 'good-beside', pause: null };
    await addJob({ ...good, undo: true, stage: { name: 'queued' } });

    const { jobs, unreadable } = await listJobs();
    expect(unreadable.length).toBeGreaterThan(1000);
    expect(countParts(jobs).all).toBe(jobs.length);
    filterJobs(jobs, 'all', 'panna');
    await runner.reconcile(true);
    expect((await readJob(good.id))?.stage.name).toBe('cancelled');
    expect((await listJobs()).unreadable).toEqual(unreadable); // none is lost
  }, 300_000); // half a minute at rest: only says when it hangs
});

const runner = createRunner({
  ...quietDeps({} as PinterestClient),
  clientFor: () => Promise.reject(new Error('not asked for')),
});
