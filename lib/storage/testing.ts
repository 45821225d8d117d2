import { promisifyRequest } from 'idb-keyval';

/** Makes a database of rows as a Tack of before left it: without indexes, at version 1 where nothing else is said; in a store that is none of Tack's where one is named. */
export async function leaveDatabase(
  database: string,
  rows: Record<string, unknown>,
  version = 1,
  store = 'rows',
): Promise<void> {
  const request = indexedDB.open(database, version);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
  const db = await promisifyRequest(request);
  const transaction = db.transaction(store, 'readwrite');
  for (const [key, row] of Object.entries(rows)) transaction.objectStore(store).put(row, key);
  await promisifyRequest(transaction);
  db.close();
}
