import type { LibraryChange } from '../../lib/changes/types';

/** Changes that were asked for together. */
export interface Batch {
  batch: string;
  changes: LibraryChange[];
  state: 'waiting' | 'done' | 'failed';
}

/** How long what was done is offered to be taken back, ms. */
const SHOWN_MS = 60_000;

/** Gives the changes by what was asked for together, without those that were taken back. */
export function batchesOf(changes: readonly LibraryChange[]): Batch[] {
  const kept = changes.filter(({ state }) => state !== 'undone');
  return [...Map.groupBy(kept, ({ batch }) => batch)].map(([batch, together]) => ({
    batch,
    changes: together,
    state: stateOf(together),
  }));
}

function stateOf(changes: readonly LibraryChange[]): Batch['state'] {
  if (changes.some(({ state }) => state === 'waiting' || state === 'sending')) return 'waiting';
  return changes.every(({ state }) => state === 'failed') ? 'failed' : 'done';
}

/** Whether something of a batch can still be taken back. */
export const canTakeBack = ({ changes }: Batch): boolean =>
  changes.some(
    (change) =>
      (change.state === 'waiting' && !change.unsure) ||
      (change.state === 'done' && (change.back !== undefined || change.madeId !== null)),
  );

/** Gives what was asked for last, as long as it can be taken back and is not long ago; `now` in ms of UTC. */
export function latestBatch(changes: readonly LibraryChange[], now: number): Batch | null {
  const latest = batchesOf(changes).at(-1);
  const isNew = latest?.changes.some(({ updatedAt }) => now - updatedAt < SHOWN_MS);
  return latest && isNew && canTakeBack(latest) ? latest : null;
}
