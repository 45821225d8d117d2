import { AppError } from '../errors';
import { readPicture, readScreen, type PictureRead } from './read-picture';
import { changeDraft, readDraft, setDraftMedia } from './store';
import type { Draft, DraftMedia } from './types';

/** The work on one draft's picture is done one after the other, whoever asks for it. */
const inTurn = <Value>(id: string, work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(`tack-image-${id}`, work);

/**
 * Makes sure that a draft's bytes are kept, or that it is known why they are not. Whoever comes second waits for the
 * first; a reading that a stopped worker left is begun again, and one that the page was left or reloaded under.
 */
export async function keepImage({
  id,
  media,
}: Pick<Draft, 'id'> & Partial<Draft>): Promise<DraftMedia> {
  if (media && !isOpen(media)) return media; // what was read waits for nobody
  return inTurn(id, async () => {
    const draft = await readDraft(id);
    if (!draft) throw new AppError('draft/gone', undefined);
    if (!isOpen(draft.media)) return draft.media;
    return note(draft, await readPicture({ ...draft, name: 'original' }));
  });
}

/** Whether there is something to read: a page that did not answer may be there again by now. */
const isOpen = (media: DraftMedia): boolean =>
  media.state === 'reading' ||
  (media.state === 'failed' && media.error.code === 'page/unreachable');

/** Takes a draft's picture from what its tab shows, in place of the bytes that nobody gives. @throws AppError `draft/gone` */
export function takeFromScreen(id: string): Promise<DraftMedia> {
  return inTurn(id, async () => {
    const draft = await setDraftMedia(id, { state: 'reading' });
    return note(draft, await readScreen({ ...draft, name: 'original' }));
  });
}

async function note(asked: Draft, { media, image }: PictureRead): Promise<DraftMedia> {
  const { media: noted } = await changeDraft(asked.id, (draft) =>
    // Another address was chosen meanwhile: whoever asked for that waits to read it.
    draft.image.url === asked.image.url
      ? { ...draft, media, image, edited: draft.edited || image.from === 'screen' }
      : draft,
  );
  return noted;
}

/** Takes the address that the person chose among those of the draft's picture. @throws AppError `draft/gone` */
export async function chooseVersion(id: string, url: string): Promise<void> {
  await changeDraft(id, (draft) => {
    const { image } = draft;
    const chosen = image.versions.find((version) => version.url === url);
    if (!chosen) return draft;
    const { url: before, from, width, height } = image;
    const others = image.versions.filter((version) => version !== chosen);
    const versions = [{ url: before, from, width, height }, ...others];
    return {
      ...draft,
      image: { ...image, ...chosen, type: '', versions },
      isVersionChosen: true,
      edited: true,
      media: { state: 'reading' },
    };
  });
  void keepImage({ id });
}

/** Reads a draft's picture again, after the person let Tack read its site. @throws AppError `draft/gone` */
export async function readAgain(id: string): Promise<void> {
  await setDraftMedia(id, { state: 'reading' });
  void keepImage({ id });
}
