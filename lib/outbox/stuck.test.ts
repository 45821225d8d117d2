// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { AppError, type ErrorCode } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import { isUndoable } from './filter';
import { reduce } from './job';
import type { JobEvent } from './job-events';
import { addJob, changeJob, readJob } from './store';
import { aJob, boardThat, runnerFor } from './testing-board';
import type { Job, JobStage } from './types';

const refused = (code: ErrorCode) => new AppError(code, undefined);

async function* noBoard(code: ErrorCode): AsyncGenerator<Pin[]> {
  yield await Promise.reject(refused(code));
}

/** Looks for a pin that was sent `agoMs` ago, on a board that is not shown. */
async function lookedFor(agoMs: number, code: ErrorCode, more: Partial<Job> = {}): Promise<Job> {
  const since = Date.now() - agoMs;
  const job = { ...aJob(), ...more };
  await addJob({ ...job, stage: { name: 'creating', since, unknown: true, absentAt: [] } });
  const client = { ...boardThat().client, pages: () => noBoard(code) };
  await runnerFor(client as unknown as PinterestClient).reconcile();
  return (await readJob(job.id))!;
}

const says = async (id: string, event: JobEvent) => changeJob(id, (row) => reduce(row, event));

describe('a pin of which it is not known whether it is there', () => {
  it.each(['api/not-found', 'api/restricted-feature', 'api/rejected', 'unknown'] as const)(
    'is asked for where its board is not shown (%s)',
    async (code) => {
      const { stage, pause } = await lookedFor(110_000, code);
      expect([stage.name, pause]).toMatchObject([
        'creating',
        { because: { code: 'outbox/unsure' } },
      ]);
    },
  );

  it('is not asked for while it may still be on its way', async () => {
    const { pause } = await lookedFor(1000, 'api/not-found');
    expect(pause).toMatchObject({ kind: 'waiting', because: { code: 'api/not-found' } });
    expect((pause as { until: number }).until - Date.now()).toBeLessThanOrEqual(100_000);
  });

  it('waits for the sign-in that is asked for', async () => {
    const { pause } = await lookedFor(110_000, 'auth/signed-out');
    expect(pause).toMatchObject({ kind: 'held', because: { code: 'auth/signed-out' } });
  });

  it('ends where it was taken back and the person says that it is not there', async () => {
    const { id } = await lookedFor(110_000, 'api/not-found', { undo: true });
    await says(id, { type: 'not-there' });
    expect((await readJob(id))!.stage).toMatchObject({ name: 'cancelled', pinId: null });
  });

  it('is sent where it was taken back and the person says after that that it is to be sent', async () => {
    const { id, content } = await lookedFor(110_000, 'api/not-found', { undo: true });
    await says(id, { type: 'send-again' });
    const board = boardThat();
    await runnerFor(board.client).reconcile();
    expect(board.pins).toMatchObject([{ title: content.title }]);
  });

  it('can’t be taken back once the person saw it: Tack does not know which one it is', async () => {
    const { id } = await lookedFor(110_000, 'api/not-found', { undo: true });
    const seen = await says(id, { type: 'there' });
    expect(seen).toMatchObject({ stage: { name: 'verified' }, undo: false });
    expect(isUndoable(seen)).toBe(false);
    await expect(says(id, { type: 'undo' })).rejects.toMatchObject({ code: 'outbox/too-late' });
  });
});

describe('a pin that Pinterest does not let be deleted', () => {
  const client = {
    ...boardThat().client,
    call: () => Promise.reject(refused('api/restricted-feature')),
  } as unknown as PinterestClient;

  async function undone(stage: JobStage): Promise<string> {
    const job = { ...aJob(), stage };
    await addJob(job);
    await says(job.id, { type: 'undo' });
    await runnerFor(client).reconcile();
    expect(await readJob(job.id)).toMatchObject({
      stage: { name: 'removing' },
      pause: { kind: 'held' },
    });
    return job.id;
  }

  it('can be left where it is', async () => {
    const verified = { name: 'verified', pinId: '7', createdAt: '', twinIds: ['8'] } as const;
    const id = await undone({ ...verified, twinIds: ['8'] });
    const kept = await says(id, { type: 'keep', verifyAt: 0 });
    expect(kept).toMatchObject({ stage: verified, undo: false, pause: null });
  });

  it('is looked at for a twin where it is left before that was done', async () => {
    const created = { name: 'created', pinId: '7', createdAt: '2026-11-22T10:00:00' } as const;
    const id = await undone({ ...created, verifyAt: Date.now() + 60_000 });
    const kept = await says(id, { type: 'keep', verifyAt: 5 });
    expect(kept).toMatchObject({ stage: { ...created, verifyAt: 5 }, undo: false, pause: null });
  });

  it('is not left while it is being deleted', async () => {
    const id = await undone({ name: 'verified', pinId: '7', createdAt: '', twinIds: [] });
    await says(id, { type: 'resume', now: 0 });
    const keep = says(id, { type: 'keep', verifyAt: 0 });
    await expect(keep).rejects.toMatchObject({ code: 'outbox/too-late' });
  });
});
