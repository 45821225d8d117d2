import { promisifyRequest } from 'idb-keyval';

import { toErrorInfo, type ErrorInfo } from '../errors';
import { STORE } from './database';

/** The databases of the person's own work; the vault with its tokens is not among them. */
export const workDatabases = [
  'tack-jobs',
  'tack-drafts',
  'tack-history',
  'tack-changes',
  'tack-choices',
] as const;
export type WorkDatabase = (typeof workDatabases)[number];

/** Where rows and databases that can't be used are kept. */
const ASIDE = 'tack-aside';

/** All that could be read of a database, as it stands there. */
export interface RawDatabase {
  database: WorkDatabase;
  /** Version of the database; null where it does not open, 0 where there is none. */
  version: number | null;
  rows: Record<string, unknown>;
  /** Keys of rows that the browser does not give. */
  lost: string[];
  /** Why it does not open. */
  error: ErrorInfo | null;
}

/**
 * Reads a database without asking what its rows are, row by row, so that one that can't be read keeps no other back.
 * Changes nothing, throws nothing.
 */
export async function readRaw(database: WorkDatabase): Promise<RawDatabase> {
  const raw: RawDatabase = { database, version: null, rows: {}, lost: [], error: null };
  try {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === database)) return { ...raw, version: 0 };
    const db = await openAsItIs(database);
    try {
      await readInto(raw, db);
    } finally {
      db.close();
    }
  } catch (error) {
    raw.error = toErrorInfo(error);
  }
  return raw;
}

async function readInto(raw: RawDatabase, db: IDBDatabase): Promise<void> {
  raw.version = db.version;
  for (const store of db.objectStoreNames) {
    const rows = () => db.transaction(store, 'readonly').objectStore(store);
    if (await readAllInto(raw, rows())) continue;
    for (const key of await promisifyRequest(rows().getAllKeys())) {
      const name = nameOf(key);
      try {
        raw.rows[name] = await promisifyRequest<unknown>(rows().get(key));
      } catch {
        raw.lost.push(name);
      }
    }
  }
}

/** All in one go where that works: ten thousand rows one by one take seconds. */
async function readAllInto(raw: RawDatabase, rows: IDBObjectStore): Promise<boolean> {
  try {
    const [keys, values] = await Promise.all([
      promisifyRequest(rows.getAllKeys()),
      promisifyRequest<unknown[]>(rows.getAll()),
    ]);
    for (const [index, key] of keys.entries()) raw.rows[nameOf(key)] = values[index];
    return true;
  } catch {
    return false;
  }
}

const nameOf = (key: IDBValidKey) => (typeof key === 'string' ? key : JSON.stringify(key));

/** Opened in whatever version it has, so that nothing in it is changed. */
function openAsItIs(database: string): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  return promisifyRequest(request);
}

/**
 * Sets rows aside that can't be used: a copy is kept before they are taken out, and they stay where they are if it can't be.
 * @returns how many were
 */
export async function setRowsAside(
  database: WorkDatabase,
  keys: readonly string[],
  now: number,
): Promise<number> {
  const raw = await readRaw(database);
  const there = keys.filter((key) => key in raw.rows);
  await keepAside(database, Object.fromEntries(there.map((key) => [key, raw.rows[key]])), now);
  const db = await openAsItIs(database);
  try {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
    for (const key of there) transaction.objectStore(STORE).delete(key);
    await promisifyRequest(transaction);
  } finally {
    db.close();
  }
  return there.length;
}

/**
 * Sets a whole database aside, so that a new one can take its place: what can be read of it is copied first. What can't be
 * is gone with it, so the person is asked before.
 * @returns how many rows were kept
 */
export async function setDatabaseAside(database: WorkDatabase, now: number): Promise<number> {
  const { rows } = await readRaw(database);
  await keepAside(database, rows, now);
  await promisifyRequest(indexedDB.deleteDatabase(database) as IDBRequest<unknown>);
  return Object.keys(rows).length;
}

async function keepAside(
  database: WorkDatabase,
  rows: Readonly<Record<string, unknown>>,
  at: number,
): Promise<void> {
  const request = indexedDB.open(ASIDE);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const db = await promisifyRequest(request);
  try {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
    for (const [key, row] of Object.entries(rows)) {
      transaction.objectStore(STORE).put({ database, key, at, row }, `${database}/${key}/${at}`);
    }
    await promisifyRequest(transaction);
  } finally {
    db.close();
  }
}
