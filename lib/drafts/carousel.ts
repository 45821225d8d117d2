import { AppError } from '../errors';
import { bytesName } from '../storage/bytes';
import { keepImage } from './image';
import { readPicture } from './read-picture';
import { changeDraft, readDraft } from './store';
import type { Draft, DraftMedia } from './types';

/**
 * Makes sure that the bytes of all pictures of a carousel are kept, or that it is known why they are not. Gives them in
 * order, the draft's own first. Whoever comes second waits for the first.
 *
 * @throws AppError `draft/gone`
 */
export async function keepCarousel(id: string): Promise<DraftMedia[]> {
  const own = await keepImage({ id });
  const others = await navigator.locks.request(`tack-carousel-${id}`, async () => {
    const draft = await readDraft(id);
    if (!draft) throw new AppError('draft/gone', undefined);
    const kept: DraftMedia[] = [];
    for (const { key, image, media } of draft.also) {
      kept.push(media.state === 'reading' ? await keepAlong(draft, key, image) : media);
    }
    return kept;
  });
  return [own, ...others];
}

async function keepAlong(
  { id, tabId }: Draft,
  key: string,
  image: Draft['image'],
): Promise<DraftMedia> {
  const read = await readPicture({ id, tabId, image, name: bytesName('original', key) });
  await changeDraft(id, (draft) => ({
    ...draft,
    also: draft.also.map((each) => (each.key === key ? { ...each, ...read } : each)),
  }));
  return read.media;
}
