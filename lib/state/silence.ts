import { AppError, toAppError } from '../errors';
import type { Send } from '../messages/create-send';

/** What of a view says what stands in the way. */
interface Says {
  setState(change: { error: AppError }): void;
}

/** The rows are shown first, ms: a background that reads all that is open takes the processor from them. */
const FIRST_MS = 250;

/**
 * Wakes the background once the view has begun, and lets the view say so where it gives no answer: everything else that the
 * view asked waits for one without an end. The notice's button starts Tack anew, which is what helps
 * (docs/decisions/0040-draft-without-the-worker.md).
 */
export async function wakeOutbox(view: Says, ask: Send): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FIRST_MS));
  const error = await silenceOf(ask('outbox/wake', {}));
  if (error) view.setState({ error });
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
