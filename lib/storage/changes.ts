/** What changed: which kind of row, and its key. */
export interface Change {
  kind: 'draft' | 'job' | 'account' | 'change';
  id: string;
}

const CHANNEL = 'tack-changes';

/** Who listens in this very context: they are told before `announce` returns, and no news of theirs can come late. */
const listeners = new Set<(change: Change) => void>();

/** Tells every open context of Tack that a row was written. Wakes no sleeping worker (research/mv3-uploads.md §2). */
export function announce(change: Change): void {
  for (const tell of listeners) tell(change);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls back at once on changes made in this context, until `signal` aborts. */
export function watchOwnChanges(onChange: (change: Change) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(onChange);
  signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
}

/** Calls back on changes made in other contexts and by other parts of this one, until `signal` aborts. */
export function watchChanges(onChange: (change: Change) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<Change>) => onChange(event.data));
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
