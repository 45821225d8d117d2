// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { bareImage } from '../capture/bare-image';
import { alongPicture } from '../drafts/along';
import { APART_MS } from '../drafts/on-boards';
import { listDrafts, readDraft, removeDraft } from '../drafts/store';
import type { BoardChoice } from '../drafts/types';
import { readBytes, writeBytes } from '../storage/bytes';
import { publish } from './publish';
import { saveSchedule, usualSchedule } from './schedule-settings';
import { listJobs } from './store';
import { keptDraft, signedIn } from './testing';

const board = (boardId: string, sectionId: string | null = null): BoardChoice => ({
  boardId,
  boardName: `Board ${boardId}`,
  sectionId,
  sectionName: sectionId,
});
const bytes = new Blob(['a picture']);
const media = {
  state: 'kept',
  type: 'image/jpeg',
  size: bytes.size,
  sha256: 'abc',
  width: 1,
  height: 1,
} as const;

let at = 0;
const jobsOf = async (draftId: string) =>
  (await listJobs()).jobs
    .filter(({ id }) => id === draftId || id.startsWith(`${draftId}-`))
    .toSorted((a, b) => a.id.localeCompare(b.id));

beforeEach(async () => {
  vi.stubGlobal('navigator', storageNavigator());
  await signedIn(`boards-${(at += 1)}`);
});

describe('a draft for several boards', () => {
  it('is a job of its own for each, a minute apart, each with its own bytes', async () => {
    const alsoOn = [board('2'), board('3', 's'), board('2'), board('1')];
    const draft = await keptDraft('https://images.example/a.jpg', { media, alsoOn });
    await writeBytes(draft.id, 'original', bytes);

    const { job, failed } = await publish(draft.id, 'create');

    expect(failed).toBe(0);
    const jobs = await jobsOf(draft.id);
    expect(jobs.map(({ content }) => [content.boardId, content.sectionId])).toEqual([
      ['1', null],
      ['2', null],
      ['3', 's'],
    ]);
    const waits = jobs.map(({ pause, queuedAt }) =>
      pause?.kind === 'waiting' ? pause.until - queuedAt : 0,
    );
    expect(waits).toEqual([0, APART_MS, 2 * APART_MS]);
    for (const { id } of jobs) expect((await readBytes(id, 'original'))?.size).toBe(bytes.size);
    expect(job.id).toBe(draft.id);
    expect(await listDrafts()).toEqual([]);
  });

  it('is sent once to each where it is published twice', async () => {
    const draft = await keptDraft('https://images.example/b.jpg', { alsoOn: [board('2')] });

    await Promise.all([publish(draft.id, 'create'), publish(draft.id, 'create')]);
    await publish(draft.id, 'create');

    expect(await jobsOf(draft.id)).toHaveLength(2);
    expect(await listDrafts()).toEqual([]);
  });

  it('loses no picture that goes along and can’t be read: it is a draft for all its boards', async () => {
    const also = [alongPicture(bareImage('https://images.example/d.jpg'), 0)];
    const draft = await keptDraft('https://images.example/c.jpg', { also, alsoOn: [board('2')] });

    expect(await publish(draft.id, 'create')).toMatchObject({ failed: 1 });

    const left = await listDrafts();
    expect(left).toMatchObject([{ board: { boardId: '1' }, alsoOn: [{ boardId: '2' }] }]);
    expect((await jobsOf(draft.id)).map(({ content }) => content.boardId)).toEqual(['1', '2']);
    await Promise.all(left.map(({ id }) => removeDraft(id)));
  });

  it('is asked about once, before anything is queued', async () => {
    const picture = 'https://images.example/e.jpg';
    await publish((await keptDraft(picture, { board: board('2') })).id, 'create');
    const draft = await keptDraft(picture, { alsoOn: [board('2')] });

    await expect(publish(draft.id, 'create')).rejects.toMatchObject({
      code: 'draft/repeated',
      data: { boardName: 'Board 2' },
    });
    expect(await jobsOf(draft.id)).toEqual([]);
    expect(await readDraft(draft.id)).toBeDefined();
    await publish(draft.id, 'create', { confirmed: true });
    expect(await jobsOf(draft.id)).toHaveLength(2);
  });

  it('goes out a minute apart from a time of its own as well', async () => {
    const when = { kind: 'at', at: Date.now() + 3_600_000 } as const;
    const draft = await keptDraft('https://images.example/f.jpg', { alsoOn: [board('2')] });

    await publish(draft.id, 'create', { when });

    const times = (await jobsOf(draft.id)).map(({ notBefore }) => notBefore);
    expect(times).toEqual([when.at, when.at + APART_MS]);
  });

  it('goes out as far apart as the person set, and not in the quiet hours', async () => {
    const quiet = { from: 22 * 60, to: 7 * 60 };
    await saveSchedule({ ...usualSchedule, zone: 'UTC', quiet, boardsApartMinutes: 120 });
    const when = { kind: 'at', at: Date.UTC(2031, 4, 5, 19) } as const;
    const alsoOn = [board('2'), board('3')];
    const draft = await keptDraft('https://images.example/g.jpg', { alsoOn });

    await publish(draft.id, 'create', { when });

    const times = (await jobsOf(draft.id)).map(({ notBefore }) => notBefore);
    expect(times).toEqual([when.at, Date.UTC(2031, 4, 5, 21), Date.UTC(2031, 4, 6, 7)]);
  });

  it('has a time that is seen in the outbox where hours lie between them', async () => {
    await saveSchedule({ ...usualSchedule, quiet: null, boardsApartMinutes: 60 });
    const draft = await keptDraft('https://images.example/h.jpg', { alsoOn: [board('2')] });

    await publish(draft.id, 'create');

    const [own, other] = await jobsOf(draft.id);
    expect(own?.notBefore).toBeUndefined();
    expect(other!.notBefore! - own!.queuedAt).toBeGreaterThanOrEqual(3_600_000);
  });
});
