import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import type { Answer, Ask, MessageType } from './protocol';
import { unpack, type Wire } from './wire';

/** Asks the background. Rejects with the AppError that the background met. */
export type Send = <Type extends MessageType>(type: Type, ask: Ask<Type>) => Promise<Answer<Type>>;

/** Asks the background; wakes it where it sleeps. @throws AppError the background's own, or `message/no-receiver` */
export const send: Send = async (type, ask) => {
  const wire = await browser.runtime.sendMessage({ type, ask }).catch((cause: unknown) => {
    throw new AppError('message/no-receiver', undefined, { cause });
  });
  return unpack(wire as Wire<Answer<typeof type>>);
};

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
