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

/** How long what can wait does so in a view that always has something to do, ms. */
const BUSY_MS = 500;

/** Lets the view do all that it has to do first: for what takes a while, and nobody looks at yet. */
export function atRest(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  requestIdleCallback(() => resolve(), { timeout: BUSY_MS });
  return promise;
}
