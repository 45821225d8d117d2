import { promisifyRequest } from 'idb-keyval';

/** Makes a database of rows as a Tack of before left it: without indexes, at version 1 where nothing else is said. */
export async function leaveDatabase(
  database: string,
  rows: Record<string, unknown>,
  version = 1,
): Promise<void> {
  const request = indexedDB.open(database, version);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
  const db = await promisifyRequest(request);
  const transaction = db.transaction('rows', 'readwrite');
  for (const [key, row] of Object.entries(rows)) transaction.objectStore('rows').put(row, key);
  await promisifyRequest(transaction);
  db.close();
}
