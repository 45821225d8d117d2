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
