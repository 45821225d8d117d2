// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { storageNavigator } from '../../test/opfs';
import { copyJobs } from '../outbox/copies';
import { addJob, listJobs } from '../outbox/store';
import { sweep } from '../outbox/sweep';
import { aJob } from '../outbox/testing-board';
import { listBytes, writeBytes } from '../storage/bytes';
import { broughtBack } from '../storage/late-items';
import { eraseAll } from './erase';

beforeEach(async () => {
  vi.stubGlobal('navigator', storageNavigator());
  vi.stubGlobal('localStorage', { clear: () => undefined });
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  Object.assign(fakeBrowser.permissions, { getAll: async () => ({}), remove: async () => true });
  const job = { ...aJob(), updatedAt: Date.now() };
  await writeBytes(job.id, 'original', new Blob(['bytes']));
  await addJob(job);
  await sweep();
  await copyJobs([job]);
});

async function expectNothing(): Promise<void> {
  await sweep();
  expect((await listJobs()).jobs).toEqual([]);
  expect(await listBytes()).toEqual([]);
  expect(await broughtBack.getValue()).toBeNull();
}

describe('erasing everything', () => {
  it('takes marks and copies as well: nothing comes back of it', async () => {
    await eraseAll();
    const left: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) left.push(name);
    expect(left).toEqual([]);
    await expectNothing();
  });

  it('brings nothing back where it was stopped before the files were gone', async () => {
    const root = await navigator.storage.getDirectory();
    const { removeEntry } = root;
    root.removeEntry = async (name) => {
      if (name !== 'mark') throw new Error('stopped');
      await removeEntry.call(root, name);
    };
    await expect(eraseAll()).rejects.toThrow('stopped');
    root.removeEntry = removeEntry;

    await expectNothing();
  });
});
