import { browser } from 'wxt/browser';

import { withFrames } from '../capture/frames';
import { withPinOfPage } from '../capture/pin-page';
import type { Capture } from '../capture/types';
import { AppError } from '../errors';
import type { PageTarget } from '../messages/page-protocol';
import { sendToPage } from '../messages/send';
import { isCapture } from '../messages/shapes';
import { withoutPrivate } from './public-only';
import { whyRefused } from './refused';

/**
 * The unlisted scripts that read a page; nothing of Tack is in a page before the person asks. What finds the picture under
 * the pointer comes along where the browser did not name one.
 */
const scriptsFor = ({ srcUrl, isPointed, linkUrl }: PageTarget) =>
  srcUrl || (!isPointed && !linkUrl)
    ? ['/capture.js' as const]
    : ['/pointed.js' as const, '/capture.js' as const];

/**
 * Puts the capture script into a tab and reads what there is to pin.
 * @param target what the person pointed at
 * @param frameId the frame that they pointed at it in; 0 is the page itself
 * @throws AppError `page/restricted` where the browser lets no extension in, `page/not-asked` where the person has not,
 * `page/unreachable` where the page is gone
 */
export async function capturePage(
  tabId: number,
  target: PageTarget,
  frameId = 0,
): Promise<Capture> {
  const asked = askPage(tabId, target, frameId);
  const capture = await Promise.race([asked, later(PAGE_WAIT_MS, null)]);
  if (!capture) throw new AppError('page/unreachable', undefined);
  return withoutPrivate(capture);
}

async function askPage(tabId: number, target: PageTarget, frameId: number): Promise<Capture> {
  const [inPage] = await inject(target, { tabId }).catch(async (cause: unknown) => {
    throw new AppError(await whyRefused(tabId, cause), undefined, { cause });
  });
  // Firefox says nothing of its own pages, and runs nothing in them: it answers [null] (measured with about:support).
  if (!(inPage as typeof inPage | null)) throw new AppError('page/restricted', undefined);
  // What is remembered in the other frames is of another click.
  const targetIn = (frame: number) => (frame === frameId ? target : { srcUrl: target.srcUrl });
  const [page, others] = await Promise.all([
    readFrame(tabId, 0, targetIn(0)),
    within(FRAMES_WAIT_MS, captureFrames(tabId, targetIn, frameId), new Map<number, Capture>()),
  ]);
  return withPinOfPage(withFrames(page, [...others.values()], others.get(frameId)));
}

/** At once, and not once everything is loaded: a page with one slow picture would keep the person waiting. */
const inject = (asked: PageTarget, target: { tabId: number; allFrames?: boolean }) =>
  browser.scripting.executeScript({ target, files: scriptsFor(asked), injectImmediately: true });

/** What the frames have; only those of the page's own origin let the script in, unless the person allowed more. */
async function captureFrames(
  tabId: number,
  targetIn: (frameId: number) => PageTarget,
  pointedId: number,
): Promise<Map<number, Capture>> {
  const asked = targetIn(pointedId);
  const injected = await inject(asked, { tabId, allFrames: true }).catch(() => []);
  const ids = injected.map(({ frameId }) => frameId).filter((frameId) => frameId !== 0);
  // The one that was clicked in is looked at however many there are.
  const first = ids.toSorted((one, other) => +(other === pointedId) - +(one === pointedId));
  const captures = await Promise.all(
    first.slice(0, MAX_FRAMES).map(async (frameId) => {
      const capture = await captureFrame(tabId, frameId, targetIn(frameId));
      return capture ? ([[frameId, capture]] as const) : [];
    }),
  );
  return new Map(captures.flat());
}

/** What a frame has, as its script says. @throws AppError `page/unreachable` where it does not answer, or not with that */
async function readFrame(tabId: number, frameId: number, target: PageTarget): Promise<Capture> {
  const capture = await sendToPage({ tabId, frameId }, 'page/capture', target);
  if (!isCapture(capture)) throw new AppError('page/unreachable', undefined);
  return capture;
}

/** What a frame has; null where it does not answer. */
async function captureFrame(
  tabId: number,
  frameId: number,
  target: PageTarget,
): Promise<Capture | null> {
  const ask = readFrame(tabId, frameId, target);
  const capture = await within<Capture | null>(FRAMES_WAIT_MS / 2, ask, null);
  if (!capture) return null;
  for (const image of capture.images) {
    image.frameId = frameId;
    image.nopin ||= capture.page.nopin !== null; // what a document asks for goes for all in it
  }
  return capture;
}

/** What comes in time, or else what stands in for it: the page is not kept waiting for its frames. */
function within<Value>(ms: number, work: Promise<Value>, otherwise: Value): Promise<Value> {
  return Promise.race([work.catch(() => otherwise), later(ms, otherwise)]);
}

const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

const FRAMES_WAIT_MS = 1500;

/** A page that is stuck in its own script, or behind a question of its own, never answers; the person is told so. */
const PAGE_WAIT_MS = 10_000;

/** Pages with more of them have them for advertisements. */
const MAX_FRAMES = 20;

/** Scrolls a frame of a page to a picture and marks it for a moment. Does nothing where the picture is in no element. */
export async function showInPage(tabId: number, frameId: number, url: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    args: [url],
    // Sent to the page as text: it can use nothing but what stands in it.
    func: (address: string) => {
      const key = (text: string) => text.replace(/[?#].*$/, '');
      const image = [...document.querySelectorAll('img')].find(
        ({ currentSrc, src, srcset }) =>
          key(currentSrc) === key(address) || key(src) === key(address) || srcset.includes(address),
      );
      if (!image) return;
      image.scrollIntoView({ block: 'center', behavior: 'smooth' });
      image.animate(
        [{ outline: '4px solid #1b6b51', outlineOffset: '3px' }, { outline: '0 solid #1b6b51' }],
        { duration: 1600 },
      );
    },
  });
}
