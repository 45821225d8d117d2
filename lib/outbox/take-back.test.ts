// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import job1 from '../../test/golden/tack-jobs-1.json';
import { readDraft, removeDraft } from '../drafts/store';
import { changeEach } from './batch';
import { reduce } from './job';
import { addJob, changeJob, readJob } from './store';
import { takeBack } from './take-back';
import type { Job, JobStage } from './types';

const because = { code: 'network/timeout', data: undefined } as const;

const aJob = (id: string, more: Partial<Job> = {}): Job => ({
  ...(job1 as unknown as Job),
  id,
  stage: { name: 'queued' },
  pause: null,
  ...more,
});

const creating: JobStage = { name: 'creating', since: 1, unknown: false, absentAt: [] };

describe('making a draft of a job again', () => {
  it('goes for every job for which nothing was sent, whatever it waits for', async () => {
    const pauses: Job['pause'][] = [
      null,
      { kind: 'held', because },
      { kind: 'waiting', until: 5, because },
    ];
    for (const [index, pause] of pauses.entries()) {
      const job = aJob(`unsent-${index}`, { pause });
      await addJob(job);
      await takeBack(job.id);
      expect(await readJob(job.id)).toBeUndefined();
      expect(await readDraft(job.id)).toMatchObject({ title: job.content.title, edited: true });
    }
  });

  it('leaves alone what may have been sent', async () => {
    await addJob(aJob('sent', { stage: creating }));
    await expect(takeBack('sent')).rejects.toMatchObject({ code: 'outbox/too-late' });
    expect(await readDraft('sent')).toBeUndefined();
    expect(await readJob('sent')).toMatchObject({ stage: creating });
  });

  it('and the runner’s sending of it exclude each other', async () => {
    await addJob(aJob('race', { stage: { name: 'prepared' } }));
    const [taken, sent] = await Promise.allSettled([
      takeBack('race'),
      changeJob('race', (job) => reduce(job, { type: 'creating', at: 1 })),
    ]);
    expect([taken.status, sent.status].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const draft = await readDraft('race');
    expect(draft === undefined).toBe(taken.status === 'rejected');
    await removeDraft('race');
  });
});

describe('one thing done to many', () => {
  const board = { boardId: '2', boardName: 'Travel', sectionId: null, sectionName: null };

  it('is done to each for which it is not too late, and said of how many', async () => {
    await addJob(aJob('b-1', { pause: { kind: 'held', because } }));
    await addJob(aJob('b-2', { stage: { name: 'cancelled', pinId: null } }));
    expect(await changeEach(['b-1', 'b-2', 'gone'], 'retry')).toBe(1);
    expect(await readJob('b-1')).toMatchObject({ pause: null });
    expect(await changeEach(['b-1', 'b-2'], 'cancel')).toBe(1);
    expect(await readJob('b-1')).toMatchObject({ undo: true });
  });

  it('moves jobs to a board, and lets go on what was held, not what waits for its time', async () => {
    const timed = { kind: 'waiting', until: 9, because: { code: 'scheduled' } } as const;
    await addJob(aJob('m-1', { pause: { kind: 'held', because } }));
    await addJob(aJob('m-2', { pause: timed }));
    expect(await changeEach(['m-1', 'm-2'], 'move', board)).toBe(2);
    expect(await readJob('m-1')).toMatchObject({ pause: null, content: board });
    expect(await readJob('m-2')).toMatchObject({ pause: timed, content: board });
    await expect(changeEach(['m-1'], 'move')).rejects.toMatchObject({ code: 'draft/no-board' });
  });
});
