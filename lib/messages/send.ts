import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { createSend, type Send } from './create-send';
import { isPageAnswer } from './page-answers';
import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import { unpack, type Wire } from './wire';

/** Asks the background. @throws AppError the background's own, or `message/no-receiver` */
export const send: Send = createSend((message) => browser.runtime.sendMessage(message));

/** Asks the capture script in one frame of a tab. @throws AppError `page/unreachable` where none answers, or something else than was asked for */
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
  const answer = unpack(wire as Wire<PageAnswer<Type>>);
  if (!isPageAnswer(type, answer)) throw new AppError('page/unreachable', undefined);
  return answer;
}
