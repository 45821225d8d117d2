import { del, entries, get, promisifyRequest, update, type UseStore } from 'idb-keyval';

import { AppError } from '../errors';

/** What a database's rows are: how to know one, and how older ones become today's. */
export interface RowKind<Row extends { version: number }> {
  /** Name of the IndexedDB database; idb-keyval keeps one object store in each. */
  database: string;
  version: Row['version'];
  /** From version n to n + 1, pure. */
  migrations: Readonly<Record<number, (row: never) => unknown>>;
  /** Whether a value of today's version can be used. */
  isRow(value: object): boolean;
}

export interface Rows<Row> {
  get(key: string): Promise<Row | undefined>;
  /** All rows that can be read, and the keys of those that cannot. */
  list(): Promise<{ rows: Row[]; unreadable: string[] }>;
  /** Writes a row where there is none; false where there is one already. */
  add(key: string, row: Row): Promise<boolean>;
  /**
   * Changes a row in one transaction and gives what was written.
   * `change` must be synchronous; what it throws leaves the row as it was.
   */
  update(key: string, change: (row: Row | undefined) => Row): Promise<Row>;
  remove(key: string): Promise<void>;
}

const STORE = 'rows';

/**
 * Opens a database of small rows. Every write is one strict transaction: 0.5 ms more than a relaxed one, and it survives
 * a power loss (research/security-reliability.md F18).
 *
 * @throws AppError `storage/unreadable` from `get` and `update` where a row is not what it should be; it is left in place.
 */
export function openRows<Row extends { version: number }>(kind: RowKind<Row>): Rows<Row> {
  const store = strictStore(kind.database);
  const readable = (key: string, value: unknown) =>
    value === undefined ? value : read(kind, key, value);
  return {
    get: async (key) => readable(key, await get<unknown>(key, store)),
    list: async () => sort(kind, await entries<string, unknown>(store)),
    add: (key, row) => store('readwrite', (rows) => addTo(rows, key, row)),
    update: async (key, change) => {
      let written!: Row;
      await update<unknown>(key, (value) => (written = change(readable(key, value))), store);
      return written;
    },
    remove: (key) => del(key, store),
  };
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

function sort<Row extends { version: number }>(kind: RowKind<Row>, all: [string, unknown][]) {
  const rows: Row[] = [];
  const unreadable: string[] = [];
  for (const [key, value] of all) {
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

function strictStore(database: string): UseStore {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    opened ??= openDatabase(database, () => (opened = undefined));
    return opened;
  };
  return async (mode, callback) => {
    const db = await open();
    return callback(db.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
  };
}

async function openDatabase(database: string, forget: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const db = await promisifyRequest(request).catch((error: unknown) => {
    forget();
    throw error;
  });
  db.addEventListener('close', forget);
  db.addEventListener('versionchange', () => {
    db.close(); // a newer Tack waits for this connection
    forget();
  });
  return db;
}
