// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { alongPicture } from '../drafts/along';
import { readDraft } from '../drafts/store';
import type { BoardChoice } from '../drafts/types';
import { sha256OfText } from '../media/hash';
import { addHistory } from './history';
import { reduce } from './job';
import { publish } from './publish';
import { changeJob, listJobs, removeJob } from './store';
import { keptDraft, signedIn } from './testing';
import type { Job } from './types';

const PICTURE = 'https://images.example/panna-cotta.jpg';
const garden: BoardChoice = {
  boardId: '2',
  boardName: 'Garden',
  sectionId: null,
  sectionName: null,
};

/** As the runner leaves a pin that is out: its row is cleared away, and the history has it. */
async function goesOut({ id, accountId, content, pictureHashes }: Job, at: number) {
  await removeJob(id);
  await addHistory({
    version: 1,
    pinId: `pin of ${id}`,
    jobId: id,
    accountId,
    boardId: content.boardId,
    pageHash: '',
    imageHash: null,
    pictureHashes: pictureHashes ?? [],
    linkHash: await sha256OfText(content.link),
    at,
  });
}

let accounts = 0;
const freshAccount = () => signedIn(`account-${(accounts += 1)}`);

describe('publishing the same picture again', () => {
  it('asks where one is on its way to the board, and queues it once that is confirmed', async () => {
    await freshAccount();
    await publish((await keptDraft(PICTURE)).id, 'create');
    const second = await keptDraft(PICTURE);

    const asked = publish(second.id, 'create');

    await expect(asked).rejects.toMatchObject({
      code: 'draft/repeated',
      data: { boardName: 'Kitchen', isOnItsWay: true },
    });
    expect(await readDraft(second.id)).toBeDefined();
    const { job } = await publish(second.id, 'create', { confirmed: true });
    expect(job.id).toBe(second.id);
  });

  it('queues one of two that are published in the same moment', async () => {
    await freshAccount();
    const picture = 'https://images.example/twice.jpg';
    const [one, other] = [await keptDraft(picture), await keptDraft(picture)];

    const both = await Promise.allSettled([publish(one.id, 'create'), publish(other.id, 'create')]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('asks with the day and the board of a pin that is out, also where its job is gone', async () => {
    await freshAccount();
    const picture = 'https://images.example/out.jpg';
    const { job } = await publish((await keptDraft(picture)).id, 'create');
    const at = Date.UTC(2026, 4, 3, 12);
    await goesOut(job, at);

    const asked = publish((await keptDraft(picture)).id, 'create');

    await expect(asked).rejects.toMatchObject({
      data: { at, boardName: 'Kitchen', isOnItsWay: false },
    });
  });

  it('asks for the same picture and link on another board, and not for another link there', async () => {
    await freshAccount();
    const picture = 'https://images.example/boards.jpg';
    const first = await keptDraft(picture);
    await goesOut((await publish(first.id, 'create')).job, Date.now());

    const sameLink = await keptDraft(picture, { board: garden, link: first.link });
    await expect(publish(sameLink.id, 'create')).rejects.toMatchObject({ code: 'draft/repeated' });

    const otherLink = await keptDraft(picture, { board: garden });
    expect((await publish(otherLink.id, 'create')).job.content.boardName).toBe('Garden');
  });

  it('does not hold a pin against another account, nor one that was taken back', async () => {
    await freshAccount();
    const picture = 'https://images.example/back.jpg';
    const { job } = await publish((await keptDraft(picture)).id, 'create');
    await changeJob(job.id, (row) => reduce(reduce(row, { type: 'undo' }), { type: 'removed' }));
    expect((await publish((await keptDraft(picture)).id, 'create')).failed).toBe(0);

    await freshAccount();
    expect((await publish((await keptDraft(picture)).id, 'create')).failed).toBe(0);
  });

  it('asks before the first of several pictures is queued, and answers the same ask twice with the same job', async () => {
    await freshAccount();
    const [one, two] = ['https://images.example/1.jpg', 'https://images.example/2.jpg'];
    const before = await publish((await keptDraft(two)).id, 'create');
    const several = await keptDraft(one, {
      also: [{ ...alongPicture({ ...(await keptDraft(two)).image }, 0) }],
      link: before.job.content.link,
    });
    const queued = (await listJobs()).jobs.length;

    await expect(publish(several.id, 'create')).rejects.toMatchObject({ code: 'draft/repeated' });
    expect((await listJobs()).jobs).toHaveLength(queued);

    const fresh = await keptDraft('https://images.example/3.jpg');
    const [first, again] = [await publish(fresh.id, 'create'), await publish(fresh.id, 'create')];
    expect(again.job.id).toBe(first.job.id);
  });
});
