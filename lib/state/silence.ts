import { AppError, toAppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { OutboxStore } from './outbox';

/** Wakes the background, and lets the outbox say so where it gives no answer. */
export async function wakeOutbox(outbox: OutboxStore, ask: Send): Promise<void> {
  const error = await silenceOf(ask('outbox/wake', {}));
  if (error) outbox.setState({ error });
}

/** A worker that is there answers this in a moment; one that was never started again, as browsers sometimes do, never, ms. */
const SILENT_MS = 10_000;

/** Gives why a question gets no answer; null where it gets one. */
function silenceOf(answer: Promise<unknown>): Promise<AppError | null> {
  const { promise, resolve } = Promise.withResolvers<AppError | null>();
  const timer = setTimeout(
    () => resolve(new AppError('message/no-receiver', undefined)),
    SILENT_MS,
  );
  answer.then(
    () => resolve(null),
    (error: unknown) => resolve(toAppError(error)),
  );
  return promise.finally(() => clearTimeout(timer));
}
