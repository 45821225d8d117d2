import { browser, type Browser } from 'wxt/browser';

import { AppError, type ErrorInfo } from '../errors';
import { mayAsk, type Answer, type Ask, type MessageType, type Sender } from './protocol';
import { pack, type Wire } from './wire';

/** Where a message comes from, as the browser tells it; a page can say nothing of this. */
export interface From {
  tabId: number | undefined;
  frameId: number | undefined;
  /** The document that asks. */
  url: string;
  /** The page in the tab, as far as Tack may know it, and whether the tab is the one in front. */
  tabUrl: string;
  isActive: boolean;
}

/** One handler for each message: leaving one out does not compile. */
export type Handlers = {
  readonly [Type in MessageType]: (ask: Ask<Type>, from: From) => Promise<Answer<Type>>;
};

type MessageSender = Pick<
  Browser.runtime.MessageSender,
  'id' | 'origin' | 'url' | 'tab' | 'frameId'
>;

/** Largest message of a page's script that is looked at. Views send whole pictures as `data:` addresses. */
const MAX_ASK_CHARACTERS = 1_000_000;

/**
 * Listens for messages, and tells of errors that are answered. Must run synchronously when the worker starts, or the event that woke it is lost.
 */
export function serve(
  handlers: Handlers,
  onError: (type: string, error: ErrorInfo) => void = () => undefined,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
    const answer = receive(handlers, message, sender);
    return answer?.then((wire) => {
      if (!wire.ok) onError((message as { type: string }).type, wire.error);
      return wire;
    });
  });
}

/** Answers one message, or gives undefined where it is not for the background. */
export function receive(
  handlers: Handlers,
  message: unknown,
  sender: MessageSender,
): Promise<Wire<unknown>> | undefined {
  if (!isMessage(handlers, message)) return undefined;
  const { type, ask } = message;
  return pack(async () => {
    const from = senderOf(sender);
    if (!from || !mayAsk(from, type) || !isPlainAsk(ask, from))
      throw new AppError('message/refused', { type });
    return handlers[type](ask as never, placeOf(sender)); // `never`: the key picks the pair
  });
}

/**
 * Tells our own pages from everything else. A page of the extension may be open in a tab, so having a tab says nothing;
 * the origin does, and a missing one fails closed (research/security-reliability.md F15).
 */
export function senderOf(sender: MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  // Not by `URL.origin`, which is the text "null" for schemes that an engine does not know, as it is for a sandboxed frame.
  const ours = browser.runtime.getURL('/' as never).replace(/\/$/, '');
  // Firefox leaves `origin` out for its extension pages in some versions; the address says the same there.
  const isOurs =
    sender.origin === undefined ? sender.url?.startsWith(`${ours}/`) : sender.origin === ours;
  return isOurs ? 'view' : 'content';
}

const placeOf = ({ tab, frameId, url = '' }: MessageSender): From => ({
  tabId: tab?.id,
  frameId,
  url,
  tabUrl: tab?.url ?? '',
  isActive: tab?.active ?? false,
});

function isMessage(
  handlers: Handlers,
  message: unknown,
): message is { type: MessageType; ask: unknown } {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return typeof message.type === 'string' && Object.hasOwn(handlers, message.type);
}

function isPlainAsk(ask: unknown, from: Sender): ask is object {
  return (
    typeof ask === 'object' &&
    ask !== null &&
    !Array.isArray(ask) &&
    (from === 'view' || JSON.stringify(ask).length <= MAX_ASK_CHARACTERS)
  );
}
