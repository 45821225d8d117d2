import { AppError } from '../errors';
import { mayRepeat, type Answer, type Ask, type MessageType } from './protocol';
import { unpack, type Wire } from './wire';

/** Asks the background. Rejects with the AppError that the background met. */
export type Send = <Type extends MessageType>(type: Type, ask: Ask<Type>) => Promise<Answer<Type>>;

/**
 * Waits before a message is asked again, in ms. A worker that a browser stops drops what it was asked; the next one is
 * there after about 100 ms, and after a crash somewhat later.
 */
const repeatAfterMs = [50, 250, 1000];

/**
 * Makes a way to ask the background, which wakes it where it sleeps. A background that was stopped before it answered is asked again, where
 * that does no harm. What it gives throws the background's own errors.
 *
 * @throws AppError the background's own, or `message/no-receiver`
 */
export function createSend(post: (message: unknown) => Promise<unknown>): Send {
  const once = <Type extends MessageType>(type: Type, ask: Ask<Type>) =>
    post({ type, ask }) as Promise<Wire<Answer<Type>> | undefined>;
  return async (type, ask) => {
    for (const waitMs of mayRepeat(type) ? repeatAfterMs : []) {
      const wire = await once(type, ask).catch(() => undefined);
      if (wire) return unpack(wire);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    const wire = await once(type, ask).catch((cause: unknown) => {
      throw new AppError('message/no-receiver', undefined, { cause });
    });
    return unpack(wire);
  };
}
