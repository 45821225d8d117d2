import { browser } from 'wxt/browser';

import { bareImage } from '../capture/bare-image';
import type { ImageCandidate } from '../capture/types';
import { AppError } from '../errors';
import { formatSeconds } from '../format';
import type { PageFrame } from '../grab/frames';
import { addressesOf } from '../grab/locate';
import { t } from '../i18n';
import { sendToPage } from '../messages/send';
import { cropTab } from './screen';
import type { Draft } from './types';

/** The unlisted script that looks for what no address has. */
const GRAB_SCRIPT = '/grab.js';

/**
 * The bytes of a draft's picture as the tab shows it.
 * @throws AppError `media/not-visible`, `media/no-screen`, `media/too-small`, `page/*`
 */
export async function readFromScreen({
  tabId,
  image,
}: Pick<Draft, 'tabId' | 'image'>): Promise<Uint8Array<ArrayBuffer>> {
  const { frameId } = image;
  await inject({ tabId, frameIds: [frameId] });
  const urls = addressesOf(image);
  const place = await sendToPage({ tabId, frameId }, 'page/locate', { urls });
  if (!place) throw new AppError('media/not-visible', undefined);
  return cropTab(tabId, place);
}

/** What the videos and canvases of a tab show at this moment, as pictures to choose from. @throws AppError `page/*` */
export async function listFrames(tabId: number): Promise<ImageCandidate[]> {
  const injected = await inject({ tabId, allFrames: true });
  const lists = await Promise.all(
    injected.map(async ({ frameId }) => {
      const frames = await sendToPage({ tabId, frameId }, 'page/frames', {}).catch(() => []);
      return frames.map((frame) => pictureOf(frame, frameId));
    }),
  );
  return lists.flat();
}

function pictureOf(frame: PageFrame, frameId: number): ImageCandidate {
  const { url, kind, seconds, width, height, thumbnail } = frame;
  const note = kind === 'video' ? t('frameVideo', formatSeconds(seconds)) : t('frameCanvas');
  return { ...bareImage(url, 'frame'), width, height, frameId, shownUrl: thumbnail, note };
}

type Target = { tabId: number } & ({ frameIds: number[] } | { allFrames: true });

const inject = (target: Target) =>
  browser.scripting.executeScript({ target, files: [GRAB_SCRIPT] }).catch((cause: unknown) => {
    throw new AppError('page/restricted', undefined, { cause });
  });
