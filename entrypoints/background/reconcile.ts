/**
 * Lets the runner go on with the outbox, and loads it first (lib/outbox/run.ts). Safe to call at any time and as often as one likes.
 * @param anew reads all open rows again: another context may have written some
 */
export async function reconcile(anew?: boolean): Promise<void> {
  const { runner } = await import('./runner');
  await runner.reconcile(anew);
}
