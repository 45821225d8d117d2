import { promisifyRequest } from 'idb-keyval';

import { AppError } from '../errors';
import { strictStore, type Indexes } from './database';
import { takeRow } from './open-ahead';

/** What a database's rows are: how to know one, and how older ones become today's. */
export interface RowKind<Row extends { version: number }> {
  /** Name of the IndexedDB database; each has one object store. */
  database: string;
  version: Row['version'];
  /** From version n to n + 1, pure. */
  migrations: Readonly<Record<number, (row: never) => unknown>>;
  /** Whether a value of today's version can be used. */
  isRow(value: object): boolean;
  /** By what rows can be found without reading all. */
  indexes?: Indexes;
  /** A removal that a power loss undoes is made good: it need not wait for the disk. */
  removal?: 'relaxed';
}

/** Rows that can be read, and the keys of those that cannot. */
export interface Listed<Row> {
  rows: Row[];
  unreadable: string[];
}

export interface Rows<Row> {
  get(key: string): Promise<Row | undefined>;
  list(): Promise<Listed<Row>>;
  /** Some rows in the order of their keys, after one of them; `last` is where the next part begins, null where all are read. */
  part(after: string | null, count: number): Promise<Listed<Row> & { last: string | null }>;
  keys(): Promise<string[]>;
  /** Rows whose indexed value is one of these, or in one of these ranges. */
  where(index: string, values: readonly (IDBValidKey | IDBKeyRange)[]): Promise<Listed<Row>>;
  keysWhere(index: string, values: readonly (IDBValidKey | IDBKeyRange)[]): Promise<string[]>;
  /** The rows with the greatest values of an index, the greatest first. */
  last(index: string, count: number): Promise<Listed<Row>>;
  /** Writes a row where there is none; false where there is one already. */
  add(key: string, row: Row): Promise<boolean>;
  /**
   * Changes a row in one transaction and gives what was written.
   * `change` must be synchronous; what it throws leaves the row as it was.
   */
  update(key: string, change: (row: Row | undefined) => Row): Promise<Row>;
  /** Removes a row in one transaction; what `check` throws leaves it where it is. */
  remove(key: string, check?: (row: Row | undefined) => void): Promise<void>;
}

/**
 * Opens a database of small rows. Every write is one strict transaction: 0.5 ms more than a relaxed one, and it survives
 * a power loss (research/security-reliability.md F18).
 *
 * @throws AppError `storage/unreadable` from `get` and `update` where a row is not what it should be; it is left in place.
 *   `storage/newer` from all of them where a newer Tack made the database, and from writes where it wrote a row in it.
 *   `storage/full` from writes.
 */
export function openRows<Row extends { version: number }>(kind: RowKind<Row>): Rows<Row> {
  const store = strictStore(kind.database, kind.indexes);
  const readable = (key: string, value: unknown) =>
    value === undefined ? value : read(kind, key, value);
  const write = <Value>(
    work: (rows: IDBObjectStore) => Promise<Value>,
    durability?: 'strict' | 'relaxed',
  ) => {
    return store('readwrite', (rows) => besideNothingNewer(kind, rows, work), durability);
  };
  return {
    get: async (key) =>
      readable(
        key,
        (await takeRow(kind.database, key)) ??
          (await store('readonly', (rows) => promisifyRequest(rows.get(key)))),
      ),
    list: () => store('readonly', async (rows) => sort(kind, [await entriesOf(rows)])),
    part: (after, count) =>
      store('readonly', async (rows) => {
        const from = after === null ? undefined : IDBKeyRange.lowerBound(after, true);
        const entries = await entriesOf(rows, from, count);
        const last = entries.length < count ? null : (entries.at(-1)?.[0] ?? null);
        return { ...sort(kind, [entries]), last };
      }),
    keys: () => store('readonly', (rows) => promisifyRequest(rows.getAllKeys() as never)),
    where: (index, values) =>
      store('readonly', async (rows) =>
        sort(kind, await Promise.all(values.map((value) => entriesOf(rows.index(index), value)))),
      ),
    keysWhere: (index, values) =>
      store('readonly', async (rows) => {
        const found = values.map((value) =>
          promisifyRequest<IDBValidKey[]>(rows.index(index).getAllKeys(value)),
        );
        return (await Promise.all(found)).flat() as string[];
      }),
    last: (index, count) =>
      store('readonly', async (rows) => sort(kind, [await lastOf(rows.index(index), count)])),
    add: (key, row) => write((rows) => addTo(rows, key, row)),
    update: (key, change) =>
      write(async (rows) => {
        const written = change(readable(key, await promisifyRequest(rows.get(key))));
        rows.put(written, key);
        await promisifyRequest(rows.transaction);
        return written;
      }),
    remove: (key, check) =>
      write(async (rows) => {
        if (check) check(readable(key, await promisifyRequest(rows.get(key))));
        rows.delete(key);
        await promisifyRequest(rows.transaction);
      }, kind.removal),
  };
}

/** Versions above one; what is no number is a damaged row and no newer one. */
export const newerThan = (version: number) => IDBKeyRange.bound(version, Infinity, true);

/**
 * Does work in a transaction that comes to nothing where a newer Tack wrote in the database: its rows may mean what this one
 * does not know, so nothing is changed beside them. Asked together with the work's first request, which waits for no answer.
 */
async function besideNothingNewer<Row extends { version: number }, Value>(
  { database, version, indexes }: RowKind<Row>,
  rows: IDBObjectStore,
  work: (rows: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  if (!indexes?.paths['version']) return work(rows);
  let isNewer = false;
  const asked = rows.index('version').count(newerThan(version));
  asked.addEventListener('success', () => {
    isNewer = asked.result > 0;
    if (isNewer) rows.transaction.abort(); // before the work’s own request is answered
  });
  try {
    return await work(rows);
  } catch (error) {
    throw isNewer ? new AppError('storage/newer', { key: database }, { cause: error }) : error;
  }
}

type Entry = [string, unknown];

/** Both requests are of one transaction, and in one order. */
async function entriesOf(
  from: IDBObjectStore | IDBIndex,
  value?: IDBValidKey | IDBKeyRange,
  count?: number,
): Promise<Entry[]> {
  const [keys, values] = await Promise.all([
    promisifyRequest<IDBValidKey[]>(from.getAllKeys(value, count)),
    promisifyRequest<unknown[]>(from.getAll(value, count)),
  ]);
  return keys.map((key, index) => [key as string, values[index]]);
}

function lastOf(index: IDBIndex, count: number): Promise<Entry[]> {
  const found: Entry[] = [];
  const request = index.openCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(request.error!));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor || found.length === count) return resolve(found);
      found.push([cursor.primaryKey as string, cursor.value]);
      cursor.continue();
    });
  });
}

function addTo(rows: IDBObjectStore, key: string, row: unknown): Promise<boolean> {
  const request = rows.add(row, key);
  return new Promise((resolve, reject) => {
    let added = true;
    request.addEventListener('error', (event) => {
      if (request.error?.name !== 'ConstraintError') return;
      added = false;
      event.preventDefault(); // the transaction goes on, and nothing was written
      event.stopPropagation(); // and does not take it for its own failure
    });
    promisifyRequest(rows.transaction).then(() => resolve(added), reject);
  });
}

function sort<Row extends { version: number }>(kind: RowKind<Row>, all: Entry[][]): Listed<Row> {
  const rows: Row[] = [];
  const unreadable: string[] = [];
  for (const [key, value] of all.flat()) {
    try {
      rows.push(read(kind, key, value));
    } catch {
      unreadable.push(key); // said by the caller, and kept where it is
    }
  }
  return { rows, unreadable };
}

function read<Row extends { version: number }>(
  kind: RowKind<Row>,
  key: string,
  value: unknown,
): Row {
  let row = value as { version?: unknown } | null;
  while (isVersioned(row) && row.version < kind.version) {
    const migrate = kind.migrations[row.version];
    if (!migrate) break;
    row = migrate(row as never) as typeof row;
  }
  if (!isVersioned(row) || row.version !== kind.version || !kind.isRow(row)) {
    throw new AppError('storage/unreadable', { key: `${kind.database}/${key}` });
  }
  return row as Row;
}

function isVersioned(row: unknown): row is { version: number } {
  return (
    typeof row === 'object' &&
    row !== null &&
    typeof (row as { version?: unknown }).version === 'number'
  );
}
