import { browser } from 'wxt/browser';

import type { ImageCandidate } from '../capture/types';
import { AppError, toErrorInfo } from '../errors';
import { base64ToBytes } from '../media/base64';
import { fetchBytes } from '../media/fetch-bytes';
import { maxImageBytes } from '../media/limits';
import { canBeFetchedByPinterest } from '../media/public-picture';
import { siteOf } from '../media/url-policy';
import { isVideoType } from '../media/video-limits';
import { sendToPage } from '../messages/send';
import type { BytesName } from '../storage/bytes';
import { isStaged, readStaged } from '../storage/staged';
import { readFromScreen } from './grab';
import { keepBytes } from './keep-bytes';
import { atLargest } from './larger';
import { readVideo } from './read-video';
import type { DraftMedia, KeptMedia } from './types';

/** One picture of a draft: where it is, and the file that its bytes go to. */
export interface PictureToRead {
  id: string;
  tabId: number;
  image: ImageCandidate;
  name: BytesName;
  /** Whether the person chose this very address: then no larger one is looked for. */
  isVersionChosen?: boolean | undefined;
}

/** What became of the reading of a picture. */
export interface PictureRead {
  media: DraftMedia;
  /** With the address that was read, or said to be from the screen. */
  image: ImageCandidate;
}

/** The address of a video's frame or a drawing that the page may not read. */
const FRAME = 'frame:';

/** Reads a picture at its best; what stands in the way is in `media`, and nothing is thrown for it. */
export function readPicture(picture: PictureToRead): Promise<PictureRead> {
  const { image } = picture;
  if (image.url.startsWith(FRAME)) return readScreen(picture);
  return readBest(picture).catch((error: unknown) => failed(image, error));
}

/** Takes a picture from what its tab shows, in place of the bytes that nobody gives; it says so from then on. */
export async function readScreen({ id, tabId, image, name }: PictureToRead): Promise<PictureRead> {
  try {
    const media = await keepBytes(id, await readFromScreen({ tabId, image }), name);
    return { media, image: onScreen(image, media) };
  } catch (error) {
    return failed(image, error);
  }
}

const failed = (image: ImageCandidate, error: unknown): PictureRead => ({
  media: { state: 'failed', error: toErrorInfo(error) },
  image,
});

function onScreen(image: ImageCandidate, { type, width, height }: KeptMedia): ImageCandidate {
  const shown = { shownWidth: 0, shownHeight: 0, versions: [] };
  return { ...image, ...shown, from: 'screen', type, width, height };
}

/** Reads the picture at the largest address that is really there, or at its own where that one can't be read. */
async function readBest(picture: PictureToRead): Promise<PictureRead> {
  const { tabId, image } = picture;
  if (picture.isVersionChosen) return { media: await readImage(picture), image };
  const target = { tabId, frameId: image.frameId };
  const best = await atLargest(image, (urls) => sendToPage(target, 'page/measure', { urls }));
  if (best.url === image.url) return { media: await readImage(picture), image };
  const media = await readImage({ ...picture, image: best }).catch(toNull);
  const own = media?.state === 'kept' ? null : await readImage(picture).catch(toNull);
  // Bytes that are there are better than an address; of two addresses the larger picture is.
  if (!media || own?.state === 'kept') return { media: own ?? (await readImage(picture)), image };
  return { media, image: best };
}

const toNull = () => null;

async function readImage(picture: PictureToRead): Promise<DraftMedia> {
  const { id, tabId, image, name } = picture;
  const keep = (bytes: Uint8Array<ArrayBuffer>) => keepBytes(id, bytes, name);
  const [, base64] = /^data:image\/[\w.+-]+;base64,(.+)$/s.exec(image.url) ?? [];
  if (base64) return keep(bytesOf(base64));
  if (isStaged(image.url) && isVideoType(image.type)) return readVideo(id, image.url);
  if (isStaged(image.url)) return keep(await stagedBytes(image.url));
  const answer = await sendToPage({ tabId, frameId: image.frameId }, 'page/read-bytes', {
    url: image.url,
  });
  if (answer.ok) return keep(base64ToBytes(answer.base64));
  if (answer.reason === 'too-large') {
    throw new AppError('media/too-large', { bytes: answer.bytes, limit: maxImageBytes });
  }
  const isGranted = await isSiteGranted(image.url);
  const granted = isGranted ? await readFromSite(image.url) : null;
  if (granted) return keep(granted);
  const { status } = answer;
  if (status === 404 || status === 410) throw new AppError('media/gone', { status });
  // Where the site answered with an error, Pinterest would get no more than that.
  if (status === 0 && canBeFetchedByPinterest(image)) return { state: 'by-url', url: image.url };
  const canAsk = siteOf(image.url) !== null && !isGranted;
  throw canAsk
    ? new AppError('media/not-fetched', { status })
    : new AppError('media/only-on-screen', undefined);
}

/** @throws AppError `media/unreadable` where a page's `data:` address holds no base64 */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return base64ToBytes(base64);
  } catch (cause) {
    throw new AppError('media/unreadable', undefined, { cause });
  }
}

async function stagedBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await readStaged(url);
  if (!file) throw new AppError('draft/no-image', undefined);
  return new Uint8Array(await file.arrayBuffer());
}

/** Whether the person let Tack read a picture's own site. */
async function isSiteGranted(url: string): Promise<boolean> {
  const origin = siteOf(url);
  if (!origin) return false;
  return browser.permissions.contains({ origins: [origin] }).catch(() => false);
}

const FETCH_TIMEOUT_MS = 20_000;

/** The bytes from a site that was granted; null where it gives none. */
async function readFromSite(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  const ask = { fetch: globalThis.fetch, limit: maxImageBytes, signal };
  const found = await fetchBytes(url, ask).catch(toNull); // a body that breaks off, or takes too long
  return found?.ok ? found.bytes : null;
}
