import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import { pageRuntime } from './page-runtime';
import { pack } from './wire';

/** One handler for each message that the background may send into a page. */
export type PageHandlers = {
  readonly [Type in PageMessageType]: (ask: PageAsk<Type>) => Promise<PageAnswer<Type>>;
};

/** Answers the background, and nobody else: only contexts of this extension can send to its content scripts. */
export function servePage(handlers: Partial<PageHandlers>): void {
  const runtime = pageRuntime();
  runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== runtime.id || !isForPage(handlers, message)) return false;
    const handle = handlers[message.type] as (ask: unknown) => Promise<unknown>;
    void pack(() => handle(message.ask)).then(answer);
    return true; // the answer comes later
  });
}

function isForPage(
  handlers: Partial<PageHandlers>,
  message: unknown,
): message is { type: PageMessageType; ask: unknown } {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return typeof message.type === 'string' && Object.hasOwn(handlers, message.type);
}
