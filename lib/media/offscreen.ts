import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import type { OffscreenAsk } from '../messages/offscreen-protocol';
import { unpack, type Wire } from '../messages/wire';

const PAGE = '/offscreen.html';

/** Held, shared, by who needs the document; who closes it holds it alone. */
const USE = 'tack-offscreen';
const OPEN = 'tack-offscreen-open';

/** A document that was only just made by a worker that was stopped may not listen yet: waits before it is asked again, in ms. */
const AGAIN_MS = [50, 250, 1000];

/**
 * Chrome only: asks the offscreen document, which is made where there is none. Whatever is asked may be asked twice.
 * @throws AppError the document's own, `network/timeout` where it does not answer
 */
export function askOffscreen<Value>(ask: OffscreenAsk): Promise<Value> {
  return navigator.locks.request(USE, { mode: 'shared' }, async () => {
    for (const wait of AGAIN_MS) {
      await navigator.locks.request(OPEN, open);
      const wire = await browser.runtime
        .sendMessage<OffscreenAsk, Wire<Value> | undefined>(ask)
        .catch(orNobody);
      if (wire) return unpack(wire);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new AppError('network/timeout', undefined);
  });
}

/**
 * Closes the document where nobody needs it: an open one costs memory, and takes the whole extension down should it crash
 * (research/mv3-uploads.md §2).
 *
 * @param isBusy whether something that it was asked for goes on
 */
export async function closeOffscreen(isBusy: () => Promise<boolean>): Promise<void> {
  await navigator.locks.request(USE, { ifAvailable: true }, async (lock) => {
    if (!lock || (await isBusy())) return;
    await browser.offscreen.closeDocument().catch(() => undefined); // there was none
  });
}

function orNobody(error: unknown): undefined {
  if (/receiving end does not exist/i.test(String(error))) return undefined;
  throw error;
}

async function open(): Promise<void> {
  await browser.offscreen
    .createDocument({
      url: PAGE,
      reasons: ['BLOBS'],
      justification:
        'Decodes images that Pinterest does not take, and uploads videos from disk while the worker sleeps.',
    })
    .catch((error: unknown) => {
      if (!/single offscreen/i.test(String(error))) throw error; // it is there: it serves as well
    });
}
