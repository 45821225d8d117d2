// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';

import { addChoice } from '../boards/choices';
import { tellingPlaces } from '../boards/telling';
import type { BoardRow } from '../boards/types';
import { readDraft } from '../drafts/store';
import { boardMarks, handoffs, recentChoices, siteLanes } from '../storage/items';
import { isWaitingForPerson, holdMoment } from './moment';
import { quickPin } from './quick-pin';
import { changeJob } from './store';
import { keptDraft, signedIn } from './testing';
import { toastStateOf } from './toast';

const TAB = 7;
let pictures = 0;

const row = (id: string, name: string): BoardRow => ({
  id,
  name,
  privacy: 'PUBLIC',
  pinCount: 0,
  coverUrl: null,
  ownerUsername: 'linda',
  modifiedAt: 0,
});

const boards = {
  list: async () => ({
    accountId: 'quick',
    boards: [row('1', 'Kitchen'), row('2', 'Garden')],
    complete: true,
    readAt: 0,
  }),
  sections: async () => [{ id: '21', name: 'Herbs' }],
  likely: tellingPlaces,
};

async function begun() {
  pictures += 1;
  const draft = await keptDraft(`https://images.example/quick-${pictures}.jpg`, { board: null });
  await handoffs.setValue({ [TAB]: draft.id });
  return draft;
}

beforeEach(() => signedIn('quick'));

it('pins to the board and section of the last pin, after a moment to think again', async () => {
  const draft = await begun();
  await siteLanes.setValue({ [new URL(draft.pageUrl).hostname]: 'create' });
  await recentChoices.setValue([
    { boardId: '1', sectionId: null, at: 1 },
    { boardId: '2', sectionId: '21', at: 3 },
    { boardId: 'deleted', sectionId: null, at: 4 },
  ]);

  const job = await quickPin(TAB, boards);

  expect(job?.content).toMatchObject({ boardName: 'Garden', sectionName: 'Herbs' });
  expect(job && isWaitingForPerson(job)).toBe(true);
  expect(job && toastStateOf(job)).toMatchObject({ phase: 'working', waits: true });
});

it('is not sent from under a pointer: the wait grows while the toast is held, and only then', async () => {
  const draft = await begun();
  await siteLanes.setValue({ [new URL(draft.pageUrl).hostname]: 'create' });
  await recentChoices.setValue([{ boardId: '1', sectionId: null, at: 1 }]);
  const job = await quickPin(TAB, boards);
  if (job?.pause?.kind !== 'waiting') throw new Error('It does not wait.');
  const { pause } = job;
  const due = Date.now() + 100;

  expect((await holdMoment(job)).pause).toEqual(pause); // enough of it is left
  await changeJob(job.id, (each) => ({ ...each, pause: { ...pause, until: due } }));

  const held = await holdMoment(job);
  expect(held.pause?.kind === 'waiting' && held.pause.until).toBeGreaterThan(due + 2_000);
});

it('leaves the draft to the composer where the site or the board is not known', async () => {
  const draft = await begun();
  await recentChoices.setValue([{ boardId: '1', sectionId: null, at: 1 }]);
  expect(await quickPin(TAB, boards)).toBeNull(); // nobody said whose pictures they are

  await siteLanes.setValue({ [new URL(draft.pageUrl).hostname]: 'save' });
  expect(await quickPin(TAB, boards)).toBeNull();

  await siteLanes.setValue({ [new URL(draft.pageUrl).hostname]: 'create' });
  await recentChoices.setValue([]);
  expect(await quickPin(TAB, boards)).toBeNull();
  expect(await readDraft(draft.id)).toMatchObject({ board: null });
});

it('pins to the board that speaks for itself on this site rather than to the last one', async () => {
  const draft = await begun();
  await siteLanes.setValue({ [new URL(draft.pageUrl).hostname]: 'create' });
  await recentChoices.setValue([{ boardId: '2', sectionId: null, at: 3 }]);
  const place = (boardId: string, sectionId: string | null) => ({
    boardId,
    boardName: '',
    sectionId,
    sectionName: null,
  });
  const elsewhere = { ...draft, pageUrl: 'https://elsewhere.example/', pageTitle: '', title: '' };
  for (const at of [1, 2, 3]) await addChoice({ ...elsewhere, altText: `${at}` }, place('2', null));
  for (const at of [1, 2]) await addChoice({ ...draft, altText: `${at}` }, place('1', null));

  expect((await quickPin(TAB, boards))?.content).toMatchObject({ boardName: 'Kitchen' });

  await begun();
  await boardMarks.setValue({ starred: [], hidden: ['1'] });
  expect((await quickPin(TAB, boards))?.content).toMatchObject({ boardName: 'Garden' });
});
