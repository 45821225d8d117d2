/** What another extension asks of Tack, in the words of its own views, its documents and its scripts in pages. */
export const strangersAsks: readonly object[] = [
  { type: 'account/get', ask: {} },
  { type: 'account/disconnect', ask: { accountId: '1' } },
  { type: 'outbox/wake', ask: {} },
  { type: 'toast/state', ask: { nonce: 'x' } },
  { type: 'hover/pin', ask: {} },
  { to: 'offscreen', type: 'upload/start', jobId: 'x' },
];

/** Files of Tack that a page or another extension might ask for. */
export const ownFiles = ['popup.html', 'capture.js', 'icon/48.png', 'manifest.json'];

/** Runs in a page of Tack: tries to make code of text, and to reach a site that nobody granted; how each ended. */
export async function tryToRunText(address: string): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 0)); // what a debugger asks at once may make code of text
  const attempt = async (run: () => unknown) => {
    try {
      await run();
      return 'done';
    } catch {
      return 'refused';
    }
  };
  return Promise.all([
    // oxlint-disable-next-line no-eval -- it is to be refused
    attempt(() => globalThis.eval('1')),
    // oxlint-disable-next-line no-implied-eval -- as above
    attempt(() => new Function('return 1')()),
    attempt(() => fetch(address)),
    attempt(() => fetch(address, { mode: 'no-cors' })),
    attempt(() => fetch('data:text/plain,a')),
  ]);
}
