import { AppError, type ErrorData } from '../../lib/errors';
import type { Answer, Ask, MessageType } from '../../lib/messages/protocol';
import { send } from '../../lib/messages/send';
import { pack } from '../../lib/messages/wire';
import { browser } from './browser.ts';

type Answers = { [Type in MessageType]?: (ask: Ask<Type>) => unknown };

let answers: Answers = {};

/** Says what the background answers in a state; what is not named is answered with null. */
export function answer(given: Answers): void {
  answers = { ...answers, ...given };
}

/** An answer that does not come: what was asked is loading. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** An answer that is an error. */
export const fails =
  <Code extends keyof ErrorData>(code: Code, data: ErrorData[Code]) =>
  (): never => {
    throw new AppError(code, data);
  };

/** Answers one operation of Pinterest by a table of replies; one that is not in it is refused. */
export const replyOf = (replies: Record<string, unknown>, id: string, input: object): unknown => {
  const reply = replies[id];
  if (reply === undefined) throw new AppError('api/not-found', { kind: 'other' });
  return typeof reply === 'function' ? (reply as (of: object) => unknown)(input) : reply;
};

Object.assign(browser.runtime, {
  sendMessage: ({ type, ask }: { type: MessageType; ask: never }) =>
    pack(async () => (await answers[type]?.(ask)) ?? null) as Promise<Answer<MessageType>>,
});

/** The product's own way to ask the background. */
export const ask = send;
