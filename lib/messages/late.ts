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

/** How the handlers of each subject are loaded. */
export type HandlerParts = {
  readonly [About in Subject]: () => Promise<HandlersOf<About>>;
};

/** Gives handlers that are loaded when the first message of their subject comes: a worker that wakes for one thing reads no other. */
export function lateHandlers(parts: HandlerParts): Handlers {
  const types = Object.keys(shapes) as MessageType[];
  const late = (type: MessageType) => async (ask: unknown, from: unknown) => {
    const load = parts[type.split('/', 1)[0] as Subject] as () => Promise<Handlers>;
    return (await load())[type](ask as never, from as never); // `never`: the type picks the pair
  };
  return Object.fromEntries(types.map((type) => [type, late(type)])) as unknown as Handlers;
}
