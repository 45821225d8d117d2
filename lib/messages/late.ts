import type { MessageType } from './protocol';
import type { Handlers } from './receive';
import { shapes } from './shapes';

/** What a message is about: `draft` of `draft/open`. */
export type Subject<Type extends MessageType = MessageType> =
  Type extends `${infer About}/${string}` ? About : never;

/** The handlers of a subject: leaving one out does not compile. */
export type HandlersOf<About extends Subject> = Pick<
  Handlers,
  Extract<MessageType, `${About}/${string}`>
>;

/** How the handlers of each subject are loaded, but those that have a part of their own. */
export type HandlerParts<Own extends MessageType = never> = {
  readonly [About in Subject]: () => Promise<Omit<HandlersOf<About>, Own>>;
};

/** How messages are answered that are asked for much more often than the others of their subject. */
export type OwnParts<Own extends MessageType> = {
  readonly [Type in Own]: () => Promise<Pick<Handlers, Type>>;
};

/** Gives handlers that are loaded when the first message of their subject comes: a worker that wakes for one thing reads no other. */
export function lateHandlers<Own extends MessageType = never>(
  parts: HandlerParts<Own>,
  own?: OwnParts<Own>,
): Handlers {
  const types = Object.keys(shapes) as MessageType[];
  const all = { ...parts, ...own } as unknown as Record<string, () => Promise<Handlers>>;
  const late = (type: MessageType) => async (ask: unknown, from: unknown) => {
    const load = all[type] ?? all[type.split('/', 1)[0] ?? ''];
    if (!load) throw new Error(`Nothing answers ${type}.`);
    return (await load())[type](ask as never, from as never); // `never`: the type picks the pair
  };
  return Object.fromEntries(types.map((type) => [type, late(type)])) as unknown as Handlers;
}
