// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { storageNavigator } from '../../test/opfs';
import { bareImage } from '../capture/bare-image';
import { alongPicture, editTray, readAlong, startAlong } from '../drafts/along';
import { discardDraft } from '../drafts/open';
import { changeDraft, editDraft, listDrafts, readDraft } from '../drafts/store';
import type { Draft } from '../drafts/types';
import { publish } from './publish';
import { listJobs } from './store';
import { keptDraft, signedIn } from './testing';

let at = 0;

/** A tray of three whose pictures Pinterest fetches itself. */
async function tray(more: Partial<Draft> = {}): Promise<[Draft, Draft, Draft]> {
  const picture = (name: string) => `https://images.example/tray-${at}-${name}.jpg`;
  const also = ['b', 'c'].map((name, index) => alongPicture(bareImage(picture(name)), index));
  const lead = await keptDraft(picture('a'), { title: 'Alike', also, ...more });
  await startAlong(lead);
  const read = async () => {
    const along = await readAlong(lead);
    expect(along.every(({ media }) => media.state !== 'reading')).toBe(true);
    return along;
  };
  const [second, third] = await vi.waitFor(read); // nobody is there to be asked for their bytes
  for (const each of [second!, third!]) {
    const media = { state: 'by-url', url: each.image.url } as const;
    await changeDraft(each.id, (draft) => ({ ...draft, media }));
  }
  return [lead, second!, third!];
}

const jobsOf = async ({ id }: Draft) =>
  (await listJobs()).jobs
    .filter((job) => job.id === id || job.id.startsWith(`${id}-`))
    .toSorted((a, b) => a.id.localeCompare(b.id));

beforeEach(async () => {
  vi.stubGlobal('navigator', storageNavigator());
  await signedIn(`tray-${(at += 1)}`);
});

describe('a tray of drafts', () => {
  it('has what is written for all in each, and what is written for one in that one', async () => {
    const [lead, second, third] = await tray();
    await editTray(lead.id, { description: 'For all' });
    await editDraft(second.id, { title: 'Mine alone' });
    await editTray(lead.id, { link: 'https://kitchen.example/all' });

    expect(await publish(lead.id, 'create')).toMatchObject({ failed: 0 });

    const words = (await jobsOf(lead)).map(({ content }) => [content.title, content.description]);
    expect(words).toEqual([
      ['Alike', 'For all'],
      ['Mine alone', 'For all'],
      ['Alike', 'For all'],
    ]);
    expect(await readDraft(third.id)).toBeUndefined();
  });

  it('sends nothing where one of them can’t be sent, and says why', async () => {
    const [lead, second] = await tray();
    await editDraft(second.id, { link: 'nowhere' });

    await expect(publish(lead.id, 'create')).rejects.toMatchObject({ code: 'draft/bad-link' });

    expect(await jobsOf(lead)).toEqual([]);
    await discardDraft(lead.id);
  });

  it('goes to the boards of each, and is sent once where it is said twice', async () => {
    const [lead, second] = await tray();
    const other = { boardId: '2', boardName: 'Two', sectionId: null, sectionName: null };
    await editDraft(second.id, { alsoOn: [other] });

    await Promise.all([publish(lead.id, 'create'), publish(lead.id, 'create')]);
    await publish(lead.id, 'create');

    const boards = (await jobsOf(lead)).map(({ content }) => content.boardId);
    expect(boards.toSorted()).toEqual(['1', '1', '1', '2']);
  });

  it('is gone with the draft that leads it, and with the carousel that has its pictures', async () => {
    const [gone] = await tray();
    await discardDraft(gone.id);
    const [lead, second, third] = await tray({ together: 'crop' });
    const media = (image: Draft['image']) => ({ state: 'by-url', url: image.url }) as const;
    await changeDraft(lead.id, (draft) => ({
      ...draft,
      image: { ...draft.image, width: 2, height: 3 },
      also: draft.also.map(({ key, image }) => ({
        key,
        image: { ...image, width: 2, height: 3 },
        media: media(image),
      })),
    }));

    await publish(lead.id, 'create');

    expect(await jobsOf(lead)).toMatchObject([{ media: { kind: 'carousel' } }]);
    const left = await listDrafts();
    expect(left.filter(({ id }) => [second.id, third.id, gone.id].includes(id))).toEqual([]);
  });

  it('keeps what was written for a picture where it is chosen once more', async () => {
    const [lead, second] = await tray();
    await editDraft(second.id, { title: 'Mine alone' });
    const again = await keptDraft('https://images.example/other.jpg', {
      also: [alongPicture(second.image, 0)],
    });

    await startAlong(again, await readAlong(lead));

    expect(await readAlong(again)).toMatchObject([{ title: 'Mine alone', leadId: again.id }]);
  });
});

describe('edits of one view', () => {
  it('stay as they were made where they arrive the other way round', async () => {
    const { id } = await keptDraft('https://images.example/order.jpg');
    await editDraft(id, { title: 'Abc' }, { by: 'view', nth: 2 });
    await editDraft(id, { title: 'Ab', description: 'D' }, { by: 'view', nth: 1 });
    expect(await readDraft(id)).toMatchObject({ title: 'Abc', description: 'D' });

    await editDraft(id, { title: 'Another view’s' }, { by: 'other', nth: 1 });
    expect(await readDraft(id)).toMatchObject({ title: 'Another view’s' });
  });
});
