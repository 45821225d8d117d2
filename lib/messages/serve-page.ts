import type { ErrorInfo } from '../errors';
import type { PageAnswer, PageAsk, PageMessageType } from './page-protocol';
import { pageRuntime } from './page-runtime';
import type { Wire } from './wire';

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
    void answerOf(() => handle(message.ask)).then(answer);
    return true; // the answer comes later
  });
}

/**
 * As `pack`, without its table of errors: a script in a page has no errors of its own, and what fails there is the page's
 * doing, whose words go no further.
 */
async function answerOf(run: () => Promise<unknown>): Promise<Wire<unknown>> {
  try {
    return { ok: true, value: await run() };
  } catch {
    return { ok: false, error: { code: 'page/unreachable' } as ErrorInfo };
  }
}

function isForPage(
  handlers: Partial<PageHandlers>,
  message: unknown,
): message is { type: PageMessageType; ask: unknown } {
  return Object.hasOwn(handlers, `${(message as { type?: string } | null)?.type}`);
}
