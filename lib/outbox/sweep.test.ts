// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { storageNavigator } from '../../test/opfs';
import { listBytes, writeBytes } from '../storage/bytes';
import { addJob } from './store';
import { sweep } from './sweep';
import type { Job, JobStage } from './types';

beforeEach(() => vi.stubGlobal('navigator', storageNavigator()));

const aJob = (id: string, stage: JobStage) => ({ ...job1, id, stage }) as unknown as Job;

// K08
it('clears the bytes of a pin that is out where Tack was stopped before, and of no other', async () => {
  await addJob(aJob('out', { name: 'verified', pinId: '7', createdAt: '', twinIds: [] }));
  await addJob(aJob('waits', { name: 'queued' }));
  await addJob(aJob('unsure', { name: 'creating', since: 0, unknown: true, absentAt: [] }));
  for (const id of ['out', 'waits', 'unsure', 'nobody']) {
    await writeBytes(id, 'original', new Blob(['bytes']));
  }

  await sweep();

  expect((await listBytes()).toSorted()).toEqual(['unsure', 'waits']);
});
