// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { storageNavigator } from '../../test/opfs';
import * as drafts from '../drafts/store';
import { listBytes, writeBytes } from '../storage/bytes';
import * as jobs from './store';
import { sweep } from './sweep';
import { takeBack } from './take-back';
import { keptDraft } from './testing';
import type { Job } from './types';

vi.mock('../drafts/store', { spy: true });
vi.mock('./store', { spy: true });
const kept = await vi.importActual<typeof drafts>('../drafts/store');
const { removeJob } = await vi.importActual<typeof jobs>('./store');

const { locks } = navigator;
beforeEach(() => vi.stubGlobal('navigator', { ...storageNavigator(), locks }));

const aJob = (id: string) =>
  ({ ...job1, id, stage: { name: 'queued' }, pause: null }) as unknown as Job;

async function queued(id: string): Promise<void> {
  await jobs.addJob(aJob(id));
  await writeBytes(id, 'original', new Blob(['bytes']));
}

/** Waits for the other of two, or for a moment where that is kept waiting itself. */
const untilOther = (event: Promise<void>) =>
  Promise.race([event, new Promise((resolve) => setTimeout(resolve, 50))]);

describe('a pin is not lost', () => {
  // K08
  it('where it is made a draft again while leftovers are cleared', async () => {
    await queued('edited');
    const [seen, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    vi.mocked(jobs.listJobsBefore).mockImplementationOnce(async () => {
      seen.resolve(); // draft and job, both at once
      await untilOther(taken.promise);
      return [];
    });
    let clearing = Promise.resolve();
    vi.mocked(jobs.removeJob).mockImplementationOnce(async (...args) => {
      clearing = sweep();
      await untilOther(seen.promise);
      await removeJob(...args);
      taken.resolve();
    });

    await takeBack('edited');
    await clearing;
    await sweep();

    expect(await drafts.readDraft('edited')).toBeDefined();
    expect(await listBytes()).toContain('edited');
  });

  it('where it is made a draft again twice at once', async () => {
    await queued('twice');

    const both = await Promise.allSettled([takeBack('twice'), takeBack('twice')]);

    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await drafts.readDraft('twice')).toBeDefined();
  });

  it('where it is queued while leftovers are looked for', async () => {
    const { id } = await keptDraft('https://kitchen.example/1.jpg');
    await writeBytes(id, 'original', new Blob(['bytes']));
    vi.mocked(drafts.listDraftIds).mockImplementationOnce(async () => {
      await jobs.readJob(id); // long enough for what is asked beside it
      await jobs.addJob(aJob(id));
      await drafts.removeDraft(id);
      return kept.listDraftIds();
    });

    await sweep();

    expect(await listBytes()).toContain(id);
  });
});
