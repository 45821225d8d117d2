import { atMost } from '../at-most';

/** A view that nobody sees is never drawn, and goes on after this long, ms. */
const UNSEEN_MS = 100;

/** Lets the view be drawn with what it has: what comes before that only puts it off. */
export function drawn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const unseen = setTimeout(resolve, UNSEEN_MS);
  globalThis.requestAnimationFrame?.(() => {
    clearTimeout(unseen);
    setTimeout(resolve, 0); // the frame itself comes first
  });
  return promise;
}

/** How long a view waits for what it can be drawn with at once, ms: two frames take about as long. */
const AT_ONCE_MS = 60;

/**
 * Lets a view be drawn once with what is about to be there, and not piece by piece as each part comes: what stands in its
 * page's HTML is seen meanwhile. What does not come, or fails, is not waited for.
 */
export const atOnce = (parts: readonly unknown[]): Promise<void> =>
  atMost(AT_ONCE_MS, Promise.all(parts));

/** How long what can wait does so in a view that always has something to do, ms. */
const BUSY_MS = 500;

let opening: Promise<unknown> = Promise.resolve();

/** Says until when a view opens: while it waits for the disk it has nothing to do, and is not at rest. */
export const opensUntil = (shown: Promise<unknown>): void => void (opening = shown);

/**
 * Lets the view do all that it has to do first: for what takes a while, and nobody looks at yet.
 * @param mostMs waits no longer than this for the view to open, and as long again for it to have nothing to do
 */
export async function atRest(mostMs = BUSY_MS): Promise<void> {
  await atMost(mostMs, opening);
  await new Promise<void>((idle) => requestIdleCallback(() => idle(), { timeout: mostMs }));
}

/** Who types presses the next key within this long, ms. */
const NEXT_KEY_MS = 250;

/** How long what can wait does so for somebody who types on and on, ms. */
const TYPING_MS = 1500;

let pressedAt = -Infinity;
globalThis.addEventListener?.('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true);

/** Lets the view come to rest as `atRest` does, and the person too: what nobody waits for holds up no key. */
export async function atLeisure(mostMs = BUSY_MS): Promise<void> {
  const until = performance.now() + TYPING_MS;
  await atRest(mostMs);
  for (;;) {
    const now = performance.now();
    const left = Math.min(pressedAt + NEXT_KEY_MS, until) - now;
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}
