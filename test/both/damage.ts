/*
 * What a disk or a stranger may do to Tack's databases, for both browsers. These run in a page of Tack's own: they can use
 * nothing but what stands in them.
 */

/** How many rows have a copy among the private files. */
export async function copiesOnDisk(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const outbox = await root.getDirectoryHandle('outbox').catch(() => null);
  if (!outbox) return 0;
  let count = 0;
  for await (const folder of outbox.values()) {
    if (folder.kind !== 'directory') continue;
    for await (const name of folder.keys()) count += name === 'row.json' ? 1 : 0;
  }
  return count;
}

/** Puts a database in the place of the jobs' that is none of Tack's: it opens, and nothing in it is where it should be. */
export async function tearJobs(): Promise<void> {
  indexedDB.deleteDatabase('tack-jobs');
  const request = indexedDB.open('tack-jobs', 3); // in line behind the deletion: nobody comes between
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('torn').put({ what: 'was here' }, 'a-key');
  });
  await new Promise<void>((resolve) => {
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}
