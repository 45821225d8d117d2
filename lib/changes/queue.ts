import { AppError } from '../errors';
import { addChange, listChanges, removeChange, updateChange } from './store';
import type { ChangeAsk, LibraryChange } from './types';

/** What is to be changed: what is asked of Pinterest, and what the thing is called. */
export type WantedChange = ChangeAsk & Pick<LibraryChange, 'about' | 'name'>;

/** How long a deletion waits before it is sent, so that it can be taken back: Pinterest brings nothing back. In ms. */
export const DELETE_AFTER_MS = 10_000;

/** Keeps the order of changes that were asked for at once, ms; a number that holds today's date can still tell it. */
const TICK_MS = 0.001;

/** Ended changes are kept this long, for the person to see and to take back, ms. */
const KEEP_MS = 24 * 3_600_000;

/**
 * Writes changes down, in the view that they were asked for in: from the answer on nothing is lost, whether there is a worker or
 * not. They are sent one by one, and taken back together.
 *
 * @throws AppError `storage/*`; those that were written before are kept
 */
export async function queueChanges(
  accountId: string,
  wanted: readonly WantedChange[],
  deleteAfterMs = DELETE_AFTER_MS,
): Promise<LibraryChange[]> {
  const now = Date.now();
  // Two that are asked for within one tick of the clock have an order, too.
  const first = Math.max(now, ((await listChanges()).at(-1)?.at ?? 0) + TICK_MS);
  const batch = crypto.randomUUID();
  const changes = wanted.map((each, index) => ({
    ...each,
    id: crypto.randomUUID(),
    version: 1 as const,
    accountId,
    batch,
    state: 'waiting' as const,
    until: each.op.endsWith('delete') ? now + deleteAfterMs : now,
    attempts: 0,
    unsure: false,
    because: null,
    madeId: null,
    at: first + index * TICK_MS,
    updatedAt: now,
  }));
  await Promise.all(changes.map(addChange));
  return changes;
}

/**
 * Takes changes back: what was not sent is not sent, what was done is done the other way round where that can be, the last
 * first.
 * @returns how many were; the others are too late
 */
export async function takeBackChanges(changes: readonly LibraryChange[]): Promise<number> {
  const back: WantedChange[] = [];
  let done = 0;
  for (const { id } of changes.toReversed()) {
    // The row decides: what the view showed may be over.
    const inverse = await takeBack(id).catch(() => null);
    if (inverse === null) continue;
    done += 1;
    back.push(...inverse);
  }
  const [first] = changes;
  if (first && back.length > 0) await queueChanges(first.accountId, back, 0);
  return done;
}

/** @throws AppError `outbox/too-late` where it can't be taken back, or not at this moment */
async function takeBack(id: string): Promise<WantedChange[]> {
  let inverse: WantedChange[] = [];
  await updateChange(id, (change) => {
    inverse = change.state === 'done' ? inverseOf(change) : [];
    const isUnsent = change.state === 'waiting' && !change.unsure;
    if (!isUnsent && inverse.length === 0) throw new AppError('outbox/too-late', undefined);
    return { state: 'undone' };
  });
  return inverse;
}

function inverseOf(change: LibraryChange): WantedChange[] {
  const { op, about, name, madeId } = change;
  if (op === 'boards/create' && madeId)
    return [{ op: 'boards/delete', input: { board_id: madeId }, about: madeId, name }];
  if (op === 'board_sections/create' && madeId) {
    const input = { board_id: change.input.board_id, section_id: madeId };
    return [{ op: 'board_sections/delete', input, about, name }];
  }
  if (!change.back) return [];
  return [{ op, input: change.back, back: change.input, about, name } as WantedChange];
}

/** Sends a change again that failed. @throws AppError `outbox/too-late` where it did not */
export async function tryChangeAgain(id: string): Promise<void> {
  await updateChange(id, ({ state }) => {
    if (state !== 'failed') throw new AppError('outbox/too-late', undefined);
    return { state: 'waiting', until: Date.now(), because: null, attempts: 0 };
  });
}

/** Takes the changes out of the list that ended a day ago; what failed stays until the person has seen it. */
export async function sweepChanges(now: number): Promise<LibraryChange[]> {
  const changes = await listChanges();
  const isOver = ({ state, updatedAt }: LibraryChange) =>
    (state === 'done' || state === 'undone') && now - updatedAt > KEEP_MS;
  for (const { id } of changes.filter(isOver)) await removeChange(id);
  return changes.filter((change) => !isOver(change));
}
