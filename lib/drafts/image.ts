import { browser } from 'wxt/browser';

import { AppError, toErrorInfo } from '../errors';
import { base64ToBytes } from '../media/base64';
import { fetchBytes } from '../media/fetch-bytes';
import { sha256 } from '../media/hash';
import { maxImageBytes, minImageSide } from '../media/limits';
import { siteOf } from '../media/site';
import { sniffImage } from '../media/sniff';
import { sendToPage } from '../messages/send';
import { writeBytes } from '../storage/bytes';
import { atLargest } from './larger';
import { changeDraft, readDraft, setDraftImage, setDraftMedia } from './store';
import type { Draft, DraftMedia } from './types';

/**
 * Makes sure that a draft's bytes are kept, or that it is known why they are not. Whoever comes second waits for the
 * first; a reading that a stopped worker left is begun again.
 */
export function keepImage({ id }: Pick<Draft, 'id'>): Promise<DraftMedia> {
  return navigator.locks.request(`tack-image-${id}`, async () => {
    const draft = await readDraft(id);
    if (!draft) throw new AppError('draft/gone', undefined);
    if (draft.media.state !== 'reading') return draft.media;
    const media = await readBest(draft).catch((error: unknown): DraftMedia => {
      return { state: 'failed', error: toErrorInfo(error) };
    });
    await setDraftMedia(id, media);
    return media;
  });
}

/** Reads the picture at the largest address that is really there, or at its own where that one can't be read. */
async function readBest(draft: Draft): Promise<DraftMedia> {
  const { id, tabId, image } = draft;
  if (draft.isVersionChosen) return readImage(draft);
  const target = { tabId, frameId: image.frameId };
  const best = await atLargest(image, (urls) => sendToPage(target, 'page/measure', { urls }));
  if (best.url === image.url) return readImage(draft);
  const media = await readImage({ ...draft, image: best }).catch(() => null);
  const own = media?.state === 'kept' ? null : await readImage(draft).catch(toNull);
  // Bytes that are there are better than an address; of two addresses the larger picture is.
  if (!media || own?.state === 'kept') return own ?? readImage(draft);
  await setDraftImage(id, best);
  return media;
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

async function readImage({ id, tabId, image }: Draft): Promise<DraftMedia> {
  const [, base64] = /^data:image\/[\w.+-]+;base64,(.+)$/s.exec(image.url) ?? [];
  if (base64) return keep(id, base64ToBytes(base64));
  const answer = await sendToPage({ tabId, frameId: image.frameId }, 'page/read-bytes', {
    url: image.url,
  });
  if (answer.ok) return keep(id, base64ToBytes(answer.base64));
  if (answer.reason === 'too-large') {
    throw new AppError('media/too-large', { bytes: answer.bytes, limit: maxImageBytes });
  }
  const granted = await readGranted(image.url);
  if (granted) return keep(id, granted);
  const { status } = answer;
  if (status === 404 || status === 410) throw new AppError('media/gone', { status });
  // The site answered with an error, so Pinterest would get no more than that.
  if (status !== 0 || !canBeFetchedByPinterest(image.url)) {
    throw new AppError('media/not-fetched', { status });
  }
  return { state: 'by-url', url: image.url };
}

/** The bytes from the picture's own site, where the person let Tack read it; null where not. */
async function readGranted(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const origins = [siteOf(url)].filter((origin) => origin !== null);
  const isGranted =
    origins.length > 0 && (await browser.permissions.contains({ origins }).catch(() => false));
  if (!isGranted) return null;
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  const found = await fetchBytes(url, { fetch: globalThis.fetch, limit: maxImageBytes, signal });
  return found.ok ? found.bytes : null;
}

const FETCH_TIMEOUT_MS = 20_000;

/** Reads a draft's picture again, after the person let Tack read its site. @throws AppError `draft/gone` */
export async function readAgain(id: string): Promise<void> {
  await setDraftMedia(id, { state: 'reading' });
  void keepImage({ id });
}

async function keep(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<DraftMedia> {
  const image = sniffImage(bytes);
  if (!image) throw new AppError('media/unreadable', undefined);
  const { type, width, height } = image;
  if (Math.min(width, height) < minImageSide && type !== 'image/svg+xml') {
    throw new AppError('media/too-small', { width, height });
  }
  const blob = new Blob([bytes], { type });
  const size = await writeBytes(id, 'original', blob);
  return { state: 'kept', type, size, sha256: await sha256(blob), width, height };
}

/** Pinterest fetches public JPEG and PNG addresses; it refuses WebP and the like (research/pinterest-api.md §5). */
function canBeFetchedByPinterest(url: string): boolean {
  const { protocol, pathname } = new URL(url);
  return /^https?:$/.test(protocol) && !/\.(webp|avif|gif|svg|bmp|ico)$/i.test(pathname);
}
