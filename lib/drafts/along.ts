import type { ImageCandidate } from '../capture/types';
import { keepImage } from './image';
import { siteOfPage } from './site';
import { addDraft } from './store';
import { readTemplates } from './templates';
import type { AlongPicture, Draft } from './types';
import { altTextFor } from './words';

/** Makes a picture go along with a draft. */
export const alongPicture = (image: ImageCandidate, index: number): AlongPicture => ({
  key: `${index + 2}`,
  image,
  media: { state: 'reading' },
});

/** The id of a draft that is sent along with another: always the same, so that it is begun and sent once. */
export const alongId = (draftId: string, index: number): string => `${draftId}-${index + 1}`;

/**
 * Begins a draft of each picture that goes along with one, with its words, its link and its board: they are sent together.
 * They are marked as the person's own work, so that none is lost where it can't be sent.
 */
export async function startAlong(draft: Draft): Promise<void> {
  const { pageUrl, pageTitle, link } = draft;
  const { templates } = await readTemplates();
  const host = siteOfPage(pageUrl);
  const now = Date.now();
  for (const [index, { image }] of draft.also.entries()) {
    const values = { alt: image.alt, title: pageTitle, site: host, host, url: link };
    const along: Draft = {
      ...draft,
      id: alongId(draft.id, index),
      createdAt: now,
      updatedAt: now,
      edited: true,
      image,
      isVersionChosen: false,
      media: { state: 'reading' },
      also: [],
      alsoOn: [],
      together: 'apart',
      altText: altTextFor(templates, values),
    };
    await addDraft(along); // does nothing where it is there: the message may have come twice
    void keepImage(along).catch(() => undefined); // published meanwhile
  }
}
