import { AppError } from '../errors';
import { announce } from '../storage/changes';
import { openRows, type Listed } from '../storage/rows';
import type { ChangeState, LibraryChange } from './types';

/** As much of a change's shape as its order, its turn and its words stand on: a damaged row holds up no other. */
function isChange(value: object): boolean {
  const { op, input, state, name, about, until, at, updatedAt } = value as Record<
    keyof LibraryChange,
    unknown
  >;
  return (
    typeof input === 'object' &&
    input !== null &&
    [op, state, name, about].every((text) => typeof text === 'string') &&
    [until, at, updatedAt].every((moment) => typeof moment === 'number')
  );
}

const rows = openRows<LibraryChange>({
  database: 'tack-changes',
  version: 1,
  migrations: {},
  isRow: isChange,
  indexes: { since: 2, paths: { state: 'state', version: 'version' } },
});

const open: ChangeState[] = ['waiting', 'sending'];

const inOrder = (changes: LibraryChange[]) => changes.toSorted((one, other) => one.at - other.at);

/**
 * Gives the changes that are still to be sent, in the order in which they were asked for. Most often there are none, and a
 * runner asks between any two pins: then no row is read.
 */
export async function listOpenChanges(): Promise<LibraryChange[]> {
  const keys = await rows.keysWhere('state', open);
  return keys.length === 0 ? [] : inOrder((await rows.where('state', open)).rows);
}

/** Gives all changes that are kept, in the order in which they were asked for. */
export const listChanges = async (): Promise<LibraryChange[]> => inOrder((await rows.list()).rows);

/** Gives all changes, and the keys of rows that can't be read. */
export const listChangeRows = (): Promise<Listed<LibraryChange>> => rows.list();

/** Writes a change once; false where it is there already. */
export async function addChange(change: LibraryChange): Promise<boolean> {
  const added = await rows.add(change.id, change);
  announce({ kind: 'change', id: change.id });
  return added;
}

/**
 * Takes a change from one written state to the next in one strict transaction.
 * @throws AppError `outbox/too-late` where there is no such change; whatever `next` throws leaves the row as it was
 */
export async function updateChange(
  id: string,
  next: (change: LibraryChange) => Partial<LibraryChange>,
): Promise<LibraryChange> {
  const written = await rows.update(id, (change) => {
    if (!change) throw new AppError('outbox/too-late', undefined);
    return { ...change, ...next(change), updatedAt: Date.now() } as LibraryChange;
  });
  announce({ kind: 'change', id });
  return written;
}

/** Forgets a change. */
export async function removeChange(id: string): Promise<void> {
  await rows.remove(id);
  announce({ kind: 'change', id });
}
