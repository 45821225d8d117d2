import { promisifyRequest } from 'idb-keyval';

import { AppError } from '../errors';
import { takeOpened } from './open-ahead';
import { sayingFull } from './space';

/** The one object store of each database. */
export const STORE = 'rows';

/** A row is small; said where there is no room for one. */
const ROW_BYTES = 1_000_000;

/** Where an index finds its values in a row; `each` where every value of a list there is one of its own. */
export type IndexPath = string | { each: string };

export interface Indexes {
  /** Version of the database that has all of these, from 2; one of before gets what it lacks when it is opened. */
  since: number;
  paths: Readonly<Record<string, IndexPath>>;
}

/** Runs in one transaction; `relaxed` is for what would do no harm if a power loss undid it. */
export type StrictStore = <Value>(
  mode: IDBTransactionMode,
  callback: (rows: IDBObjectStore) => Value | PromiseLike<Value>,
  durability?: 'strict' | 'relaxed',
) => Promise<Value>;

/**
 * Gives access to a database's object store, opened when it is first needed, and again after the browser closed it.
 * @throws AppError `storage/newer` where a newer Tack made it, `storage/unreadable` where it does not open, `storage/full`
 */
export function strictStore(database: string, indexes?: Indexes): StrictStore {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    // What failed once is tried anew by whoever asks next.
    opened ??= openDatabase(database, indexes, () => (opened = undefined)).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return async (mode, callback, durability = 'strict') => {
    const db = await open();
    return sayingFull(ROW_BYTES, async () =>
      callback(db.transaction(STORE, mode, { durability }).objectStore(STORE)),
    );
  };
}

async function openDatabase(
  database: string,
  indexes: Indexes | undefined,
  forget: () => void,
): Promise<IDBDatabase> {
  const db =
    (await takeOpened(database, indexes?.since)) ??
    (await opening(database, indexes).catch((error: unknown) => {
      throw sayWhy(database, error);
    }));
  db.addEventListener('close', forget);
  db.addEventListener('versionchange', () => {
    db.close(); // a newer Tack waits for this connection
    forget();
  });
  if (db.objectStoreNames.contains(STORE)) return db;
  db.close();
  throw new AppError('storage/unreadable', { key: database });
}

/** Also rejects where the browser does not even take the request. */
async function opening(database: string, indexes: Indexes | undefined): Promise<IDBDatabase> {
  const request = indexedDB.open(database, indexes?.since);
  request.addEventListener('upgradeneeded', () => upgrade(request, indexes?.paths ?? {}));
  return promisifyRequest(request);
}

/** One transaction of the browser: where it is broken off, the database is as it was, and the next opening tries again. */
function upgrade({ result: db, transaction }: IDBOpenDBRequest, paths: Indexes['paths']): void {
  const isNew = !db.objectStoreNames.contains(STORE);
  const rows = isNew ? db.createObjectStore(STORE) : transaction!.objectStore(STORE);
  for (const [name, path] of Object.entries(paths)) {
    if (rows.indexNames.contains(name)) continue;
    if (typeof path === 'string') rows.createIndex(name, path);
    else rows.createIndex(name, path.each, { multiEntry: true });
  }
}

function sayWhy(database: string, cause: unknown): AppError {
  const isNewer = cause instanceof DOMException && cause.name === 'VersionError';
  return new AppError(
    isNewer ? 'storage/newer' : 'storage/unreadable',
    { key: database },
    { cause },
  );
}
