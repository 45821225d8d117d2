import { browser } from 'wxt/browser';

import { AppError, type ErrorInfo } from '../errors';
import { mayAsk, type Answer, type Ask, type MessageType } from './protocol';
import { createRate, type Rate } from './rate';
import { placeOf, senderOf, type From, type MessageSender } from './sender';
import { shapes } from './shapes';
import { pack, type Wire } from './wire';

/** One handler for each message: leaving one out does not compile. */
export type Handlers = {
  readonly [Type in MessageType]: (ask: Ask<Type>, from: From) => Promise<Answer<Type>>;
};

/**
 * Listens for messages, and tells of errors that are answered. Must run synchronously when the worker starts, or the event
 * that woke it is lost. Gives what resolves once all that was asked until then is answered.
 */
export function serve(
  handlers: Handlers,
  onError: (type: string, error: ErrorInfo) => void = () => undefined,
): () => Promise<unknown> {
  const rate = createRate();
  const answering = new Set<Promise<unknown>>();
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
    const answer = receive(handlers, message, sender, rate);
    if (!answer) return undefined;
    answering.add(answer);
    return answer.then((wire) => {
      answering.delete(answer);
      // What a page's script may not ask is told to nobody: it could fill the list of last errors by itself.
      if (!wire.ok && (wire.error.code !== 'message/refused' || senderOf(sender) === 'view'))
        onError((message as { type: string }).type, wire.error);
      return wire;
    });
  });
  return () => Promise.all(answering); // an error is an answer
}

/** Answers one message, or gives undefined where it is not for the background. */
export function receive(
  handlers: Handlers,
  message: unknown,
  sender: MessageSender,
  rate: Rate = () => true,
): Promise<Wire<unknown>> | undefined {
  if (!isMessage(handlers, message)) return undefined;
  const { type, ask } = message;
  return pack(async () => {
    const from = senderOf(sender);
    const isHeard =
      from !== null &&
      (from === 'view' || rate(sender.tab?.id, Date.now())) &&
      mayAsk(from, type) &&
      shapes[type](ask);
    if (!isHeard) throw new AppError('message/refused', { type });
    return handlers[type](ask as never, placeOf(sender)); // `never`: the key picks the pair
  });
}

function isMessage(
  handlers: Handlers,
  message: unknown,
): message is { type: MessageType; ask: unknown } {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return typeof message.type === 'string' && Object.hasOwn(handlers, message.type);
}
