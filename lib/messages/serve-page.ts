import { browser } from 'wxt/browser';

import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import { pack } from './wire';

/** One handler for each message that the background may send into a page. */
export type PageHandlers = {
  readonly [Type in PageMessageType]: (ask: PageAsk<Type>) => Promise<PageAnswer<Type>>;
};

/** Answers the background, and nobody else: only contexts of this extension can send to its content scripts. */
export function servePage(handlers: PageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string }) => {
    if (sender.id !== browser.runtime.id || !isForPage(handlers, message)) return undefined;
    return pack<unknown>(() => handlers[message.type](message.ask as never));
  });
}

function isForPage(
  handlers: PageHandlers,
  message: unknown,
): message is { type: PageMessageType; ask: unknown } {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return typeof message.type === 'string' && Object.hasOwn(handlers, message.type);
}
