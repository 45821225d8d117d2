/** Databases that are being opened, by name; null where one could not be. */
type Opening = Map<string, Promise<IDBDatabase | null>>;

/** Rows that were read, by database and key; undefined where there is none, or it could not be read. */
type Reading = Map<string, Promise<unknown>>;

const world = globalThis as { tackOpening?: Opening; tackRows?: Reading };

/**
 * Opens a database before the scripts of a view are there: what they read first then waits for one answer of the browser
 * less. Where it has to be made or made newer, that is left to who knows its rows (lib/storage/database.ts).
 *
 * @param version its version, as its rows have it; left out where they have none
 */
export function openAhead(database: string, version?: number): void {
  const opening = (world.tackOpening ??= new Map());
  try {
    opening.set(
      database,
      openingOf(database, version, () => opening.delete(database)),
    );
  } catch {
    // A browser that takes no such request lets the view say so, which it could not if this broke off here.
  }
}

function openingOf(
  database: string,
  version: number | undefined,
  forget: () => void,
): Promise<IDBDatabase | null> {
  const request = indexedDB.open(database, version);
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  return new Promise((resolve) => {
    request.addEventListener('error', () => resolve(null));
    request.addEventListener('success', () => {
      const db = request.result;
      // Nobody has taken it yet, and a newer Tack waits for it to be closed.
      db.addEventListener('versionchange', () => {
        forget();
        db.close();
      });
      resolve(db);
    });
  });
}

/** Gives what `openAhead` opened, the first time; null where it did not, or not of this version, or closed it again. */
export async function takeOpened(database: string, version = 1): Promise<IDBDatabase | null> {
  const { tackOpening: opening } = world;
  const opened = await opening?.get(database);
  if (!opened || !opening?.delete(database)) return null;
  if (opened.version === version) return opened;
  opened.close();
  return null;
}

/** A view takes it as it opens; later the row may be another. */
const AHEAD_MS = 1000;

/**
 * Reads a row of a database that `openAhead` opens, as it is written there. What is written to it between that and its rows'
 * asking for it is what a view that reads a moment earlier has not seen either.
 */
export function readAhead(database: string, key: string): void {
  const opened = world.tackOpening?.get(database);
  if (!opened) return;
  const reading = (world.tackRows ??= new Map());
  const name = `${database}/${key}`;
  const row = opened.then((db) => db && rowOf(db, key));
  reading.set(
    name,
    row.catch(() => undefined), // its rows read it again, and say what is wrong
  );
  setTimeout(() => reading.delete(name), AHEAD_MS);
}

function rowOf(db: IDBDatabase, key: string): Promise<unknown> {
  const request = db.transaction('rows').objectStore('rows').get(key);
  return new Promise((resolve) => {
    request.addEventListener('error', () => resolve(undefined));
    request.addEventListener('success', () => resolve(request.result));
  });
}

/** Gives the row that `readAhead` read, the first time and within a second; undefined where it did not. */
export async function takeRow(database: string, key: string): Promise<unknown> {
  const name = `${database}/${key}`;
  const row = await world.tackRows?.get(name);
  return world.tackRows?.delete(name) ? row : undefined;
}
