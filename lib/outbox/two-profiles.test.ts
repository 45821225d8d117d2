// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { startPinterest, type LocalPinterest } from '../../test/pinterest/server';
import { picture } from '../../test/pinterest/testing';
import { signedInClient } from '../../test/uploads';
import type { Job } from './types';

let pinterest: LocalPinterest;
beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 3, pins: 0 });
});
afterAll(() => pinterest.close());

/** How much later it is than at the start: what was not seen twice counts as absent after a while. */
let aheadMs = 0;

/** Another browser's Tack: its databases, its lock and its worker are its own, the account is the same. */
async function profile(name: string, image: Buffer) {
  const databases = new IDBFactory();
  vi.stubGlobal('indexedDB', databases);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.resetModules();
  const [store, { createRunner }, { quietDeps }, { aJob }] = await Promise.all([
    import('./store'),
    import('./run'),
    import('./testing-runner'),
    import('./testing-board'),
  ]);
  const runner = createRunner({
    ...quietDeps(signedInClient(pinterest)),
    serverNow: async () => Date.now() + aheadMs,
    readPrepared: async () => new Blob([new Uint8Array(image)]),
  });
  const [board] = pinterest.ledger.boards('linda_kitchen');
  const queue = async (index: number): Promise<Job> => {
    const job = aJob();
    const title = `${name} ${index}`;
    const content = { ...job.content, title, boardId: board!.id };
    await store.addJob({ ...job, id: `job-${index}`, content }); // the same ids in both
    return job;
  };
  for (let index = 0; index < 5; index += 1) await queue(index);
  const settle = async () => {
    await runner.reconcile();
    for (const { id } of (await store.listJobs()).jobs) {
      await store.changeJob(id, (job) => ({ ...job, pause: null }));
    }
  };
  return { settle, jobs: async () => (await store.listJobs()).jobs };
}

// C04
it('makes each pin once where two profiles send for one account at once', async () => {
  const image = await picture();
  const one = await profile('One', image);
  const other = await profile('Other', image);
  pinterest.faults.add({ operation: 'pins/create', kind: 'drop-after', times: 2, after: 2 });
  pinterest.faults.add({ operation: 'pins/create', kind: 'status', status: 429, after: 5 });
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([one.settle(), other.settle()]);
    aheadMs += 120_000;
  }

  const titles = pinterest.ledger.pins({ seeded: false }).map(({ title }) => title ?? '');
  const wanted = ['One', 'Other'].flatMap((name) => [0, 1, 2, 3, 4].map((n) => `${name} ${n}`));
  expect(titles.toSorted()).toEqual(wanted.toSorted());
  for (const job of [...(await one.jobs()), ...(await other.jobs())]) {
    expect(['created', 'verified']).toContain(job.stage.name);
  }
});
