// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { listBytes, writeBytes } from '../storage/bytes';
import { clearEnded, forgetEnded } from './ended';
import { addHistory, hasMade, historyOfPage } from './history';
import { reduce } from './job';
import { addJob, changeJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job } from './types';

beforeEach(() => void vi.stubGlobal('navigator', storageNavigator()));

const verified = (pinId: string): Job => ({
  ...aJob(),
  stage: { name: 'verified', pinId, createdAt: '', twinIds: [] },
});

const made = ({ id }: Job, pinId: string) =>
  addHistory({
    version: 1,
    pinId,
    jobId: id,
    accountId: 'a',
    boardId: '1',
    pageHash: 'page',
    imageHash: null,
    at: 0,
  });

describe('a pin that has come to its end', () => {
  it('makes room at once, and not at the next start of the worker', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const [out, waits] = [aJob(), { ...aJob(), notBefore: Date.now() + 3_600_000 }];
    for (const job of [out, waits]) {
      await writeBytes(job.id, 'original', new Blob(['bytes']));
      await addJob(job);
    }
    const runner = runnerFor(boardThat().client, { onEnded: forgetEnded });
    await runner.reconcile();
    expect(await listBytes()).toHaveLength(2);

    vi.setSystemTime(Date.now() + 120_000);
    await runner.reconcile(true);
    vi.useRealTimers();

    expect((await readJob(out.id))!.stage.name).toBe('verified');
    expect(await listBytes()).toEqual([waits.id]);
  });

  it('is no pin that was made before, once it was taken back', async () => {
    const [kept, undone] = [verified('100'), verified('200')];
    for (const [job, pinId] of [
      [kept, '100'],
      [undone, '200'],
    ] as const) {
      await addJob(job);
      await made(job, pinId);
    }
    await changeJob(undone.id, (job) => reduce(job, { type: 'undo' }));
    await runnerFor(boardThat('answers').client, { onEnded: forgetEnded }).reconcile();

    expect(await hasMade(undone.id)).toBe(false);
    expect((await historyOfPage(['page'])).map(({ pinId }) => pinId)).toEqual(['100']);
  });

  it('is cleared from the list, and from the history where it was taken back', async () => {
    const undone = { ...aJob(), stage: { name: 'cancelled' as const, pinId: '300' } };
    const [kept, waits] = [verified('400'), aJob()];
    for (const job of [undone, kept, waits]) await addJob(job);
    await made(undone, '300');
    await made(kept, '400');

    await clearEnded([undone.id, kept.id, waits.id]);

    const left = await Promise.all([undone, kept, waits].map(({ id }) => readJob(id)));
    expect(left.map((job) => job?.id)).toEqual([undefined, undefined, waits.id]);
    expect([await hasMade(undone.id), await hasMade(kept.id)]).toEqual([false, true]);
  });

  it('is not cleared where it was taken back in the same moment: its pin is still to go', async () => {
    const job = verified('500');
    await addJob(job);

    await Promise.all([
      changeJob(job.id, (row) => reduce(row, { type: 'undo' })),
      clearEnded([job.id]),
    ]);

    expect((await readJob(job.id))?.stage.name).toBe('removing');
  });
});
