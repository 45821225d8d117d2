/** Databases that are being opened, by name; null where one could not be. */
type Opening = Map<string, Promise<IDBDatabase | null>>;

const world = globalThis as { tackOpening?: Opening };

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
