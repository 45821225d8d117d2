import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import { mayRepeat, type Answer, type Ask, type MessageType } from './protocol';
import { unpack, type Wire } from './wire';

/** Asks the background. Rejects with the AppError that the background met. */
export type Send = <Type extends MessageType>(type: Type, ask: Ask<Type>) => Promise<Answer<Type>>;

/**
 * Waits before a message is asked again, in ms. A worker that a browser stops drops what it was asked; the next one is
 * there after about 100 ms, and after a crash somewhat later.
 */
const repeatAfterMs = [50, 250, 1000];

/**
 * Asks the background; wakes it where it sleeps. A background that was stopped before it answered is asked again, where
 * that does no harm.
 *
 * @throws AppError the background's own, or `message/no-receiver`
 */
export const send: Send = async (type, ask) => {
  for (const waitMs of mayRepeat(type) ? repeatAfterMs : []) {
    const wire = await sendOnce(type, ask).catch(() => undefined);
    if (wire) return unpack(wire);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  const wire = await sendOnce(type, ask).catch((cause: unknown) => {
    throw new AppError('message/no-receiver', undefined, { cause });
  });
  return unpack(wire);
};

function sendOnce<Type extends MessageType>(
  type: Type,
  ask: Ask<Type>,
): Promise<Wire<Answer<Type>> | undefined> {
  return browser.runtime.sendMessage({ type, ask });
}

/** Asks the capture script in one frame of a tab. @throws AppError `page/unreachable` where none answers */
export async function sendToPage<Type extends PageMessageType>(
  target: { tabId: number; frameId?: number },
  type: Type,
  ask: PageAsk<Type>,
): Promise<PageAnswer<Type>> {
  const wire = await browser.tabs
    .sendMessage(target.tabId, { type, ask }, { frameId: target.frameId ?? 0 })
    .catch((cause: unknown) => {
      throw new AppError('page/unreachable', undefined, { cause });
    });
  return unpack(wire as Wire<PageAnswer<Type>>);
}
