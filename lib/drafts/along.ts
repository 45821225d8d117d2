import type { ImageCandidate } from '../capture/types';
import { readJob } from '../outbox/store';
import { keepImage } from './image';
import { siteOfPage } from './site';
import { addDraft, editDraft, readDraft } from './store';
import { readTemplates } from './templates';
import { alongId, trayIds } from './tray';
import type { AlongPicture, Draft, DraftEdit, EditNumber } from './types';
import { altTextFor } from './words';

/** Makes a picture go along with a draft. */
export const alongPicture = (image: ImageCandidate, index: number): AlongPicture => ({
  key: `${index + 2}`,
  image,
  media: { state: 'reading' },
});

/**
 * Begins a draft of each picture that goes along with one, with its words, its link and its boards: a tray of drafts that
 * are sent together, each written in by itself. They are the person's own work, so that none is lost where it can't be sent.
 *
 * @param before drafts of a tray that this one stands in for: what was written for a picture stays with it
 */
export async function startAlong(draft: Draft, before: readonly Draft[] = []): Promise<void> {
  const { templates } = await readTemplates();
  const began: string[] = [];
  for (const { key, image } of draft.also) {
    const id = alongId(draft.id, key);
    // Both may be there already: the message has come twice, or a publishing was broken off after this one.
    if ((await readDraft(id)) || (await readJob(id))) continue;
    const own = before.find((each) => each.image.url === image.url);
    await addDraft(own ? renamed(own, id, draft.id) : memberOf(draft, id, image, templates));
    began.push(id);
  }
  void keepEach(began);
}

function memberOf(
  draft: Draft,
  id: string,
  image: ImageCandidate,
  templates: Parameters<typeof altTextFor>[0],
): Draft {
  const host = siteOfPage(draft.pageUrl);
  const values = { alt: image.alt, title: draft.pageTitle, site: host, host, url: draft.link };
  const now = Date.now();
  const member: Draft = {
    ...draft,
    id,
    leadId: draft.id,
    createdAt: now,
    updatedAt: now,
    edited: true,
    image,
    isVersionChosen: false,
    media: { state: 'reading' },
    also: [],
    together: 'apart',
    altText: altTextFor(templates, values),
    crop: null,
  };
  delete member.coverMs; // a moment of the first one's video
  return member;
}

/** The same draft in another tray: its bytes are read anew, as they are kept by the draft's id. */
const renamed = (draft: Draft, id: string, leadId: string): Draft => ({
  ...draft,
  id,
  leadId,
  media: { state: 'reading' },
});

/** One after the other: a page is not asked for thirty pictures at once. */
async function keepEach(ids: readonly string[]): Promise<void> {
  for (const id of ids) await keepImage({ id }).catch(() => undefined); // published or left out meanwhile
}

/** Gives the drafts that go along with one, of those that are not sent yet. */
export async function readAlong(draft: Pick<Draft, 'id' | 'also'>): Promise<Draft[]> {
  const drafts = await Promise.all(trayIds(draft).map((id) => readDraft(id)));
  return drafts.filter((each) => each !== undefined);
}

/** Saves what the person wrote for all drafts of a tray. @throws AppError `draft/gone` */
export async function editTray(id: string, edit: DraftEdit, number?: EditNumber): Promise<void> {
  const lead = await editDraft(id, edit, number);
  for (const member of await readAlong(lead)) await editDraft(member.id, edit, number);
}
