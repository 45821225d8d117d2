import { browser } from 'wxt/browser';

import type { ImageCandidate } from '../capture/types';
import { AppError, toErrorInfo } from '../errors';
import { base64ToBytes } from '../media/base64';
import { fetchBytes } from '../media/fetch-bytes';
import { maxImageBytes } from '../media/limits';
import { siteOf } from '../media/site';
import { sendToPage } from '../messages/send';
import type { BytesName } from '../storage/bytes';
import { isStaged, readStaged } from '../storage/staged';
import { keepBytes } from './keep-bytes';
import { atLargest } from './larger';
import { changeDraft, readDraft, setDraftMedia } from './store';
import type { Draft, DraftMedia } from './types';

/** One picture of a draft: where it is, and the file that its bytes go to. */
export interface PictureToRead {
  id: string;
  tabId: number;
  image: ImageCandidate;
  name: BytesName;
  /** Whether the person chose this very address: then no larger one is looked for. */
  isVersionChosen?: boolean | undefined;
}

/**
 * Makes sure that a draft's bytes are kept, or that it is known why they are not. Whoever comes second waits for the
 * first; a reading that a stopped worker left is begun again.
 */
export function keepImage({ id }: Pick<Draft, 'id'>): Promise<DraftMedia> {
  return navigator.locks.request(`tack-image-${id}`, async () => {
    const draft = await readDraft(id);
    if (!draft) throw new AppError('draft/gone', undefined);
    if (draft.media.state !== 'reading') return draft.media;
    const read = await readPicture({ ...draft, name: 'original' });
    const { media } = await changeDraft(id, (now) =>
      // Another address was chosen meanwhile: whoever asked for that waits to read it.
      now.image.url === draft.image.url ? { ...now, ...read } : now,
    );
    return media;
  });
}

/** What became of the reading of a picture. */
export interface PictureRead {
  media: DraftMedia;
  /** With the address that was read: the larger one where there is one. */
  image: ImageCandidate;
}

/** Reads a picture at its best; what stands in the way is in `media`, and nothing is thrown for it. */
export async function readPicture(picture: PictureToRead): Promise<PictureRead> {
  return readBest(picture).catch((error: unknown) => {
    return { media: { state: 'failed', error: toErrorInfo(error) }, image: picture.image };
  });
}

/** Reads the picture at the largest address that is really there, or at its own where that one can't be read. */
async function readBest(picture: PictureToRead): Promise<PictureRead> {
  const { tabId, image } = picture;
  if (picture.isVersionChosen) return { media: await readImage(picture), image };
  const target = { tabId, frameId: image.frameId };
  const best = await atLargest(image, (urls) => sendToPage(target, 'page/measure', { urls }));
  if (best.url === image.url) return { media: await readImage(picture), image };
  const media = await readImage({ ...picture, image: best }).catch(() => null);
  const own = media?.state === 'kept' ? null : await readImage(picture).catch(toNull);
  // Bytes that are there are better than an address; of two addresses the larger picture is.
  if (!media || own?.state === 'kept') return { media: own ?? (await readImage(picture)), image };
  return { media, image: best };
}

const toNull = () => null;

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

async function readImage(picture: PictureToRead): Promise<DraftMedia> {
  const { tabId, image } = picture;
  const [, base64] = /^data:image\/[\w.+-]+;base64,(.+)$/s.exec(image.url) ?? [];
  if (base64) return keepBytes(picture.id, bytesOf(base64), picture.name);
  if (isStaged(image.url)) return keepBytes(picture.id, await stagedBytes(image.url), picture.name);
  const answer = await sendToPage({ tabId, frameId: image.frameId }, 'page/read-bytes', {
    url: image.url,
  });
  if (answer.ok) return keepBytes(picture.id, base64ToBytes(answer.base64), picture.name);
  if (answer.reason === 'too-large') {
    throw new AppError('media/too-large', { bytes: answer.bytes, limit: maxImageBytes });
  }
  const granted = await readGranted(image.url);
  if (granted) return keepBytes(picture.id, granted, picture.name);
  const { status } = answer;
  if (status === 404 || status === 410) throw new AppError('media/gone', { status });
  // The site answered with an error, so Pinterest would get no more than that.
  if (status !== 0 || !canBeFetchedByPinterest(image.url)) {
    throw new AppError('media/not-fetched', { status });
  }
  return { state: 'by-url', url: image.url };
}

async function stagedBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await readStaged(url);
  if (!file) throw new AppError('draft/no-image', undefined);
  return new Uint8Array(await file.arrayBuffer());
}

/** The bytes from the picture's own site, where the person let Tack read it; null where not. */
async function readGranted(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const origins = [siteOf(url)].filter((origin) => origin !== null);
  const isGranted =
    origins.length > 0 && (await browser.permissions.contains({ origins }).catch(() => false));
  if (!isGranted) return null;
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  const ask = { fetch: globalThis.fetch, limit: maxImageBytes, signal };
  const found = await fetchBytes(url, ask).catch(toNull); // a body that breaks off, or takes too long
  return found?.ok ? found.bytes : null;
}

const FETCH_TIMEOUT_MS = 20_000;

/** Reads a draft's picture again, after the person let Tack read its site. @throws AppError `draft/gone` */
export async function readAgain(id: string): Promise<void> {
  await setDraftMedia(id, { state: 'reading' });
  void keepImage({ id });
}

/** @throws AppError `media/unreadable` where a page's `data:` address holds no base64 */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return base64ToBytes(base64);
  } catch (cause) {
    throw new AppError('media/unreadable', undefined, { cause });
  }
}

/** Pinterest fetches public JPEG and PNG addresses; it refuses WebP and the like (research/pinterest-api.md §5). */
function canBeFetchedByPinterest(url: string): boolean {
  const { protocol, pathname } = new URL(url);
  return /^https?:$/.test(protocol) && !/\.(webp|avif|gif|svg|bmp|ico)$/i.test(pathname);
}
