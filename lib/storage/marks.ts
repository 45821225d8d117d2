import { openRows } from './rows';

/** Says that Tack's databases are those that it made. */
interface MarkRow {
  version: 1;
}

/** One of the databases that the browser empties all together. */
const rows = openRows<MarkRow>({
  database: 'tack-mark',
  version: 1,
  migrations: {},
  isRow: () => true,
});

const KEY = 'mark';
/** The same among the private files, which the browser keeps apart from the databases. */
const FILE = 'mark';

/**
 * Tells whether the browser emptied Tack's databases: the mark that stands in them and among the files is among the files
 * alone. A browser that finds its databases damaged deletes all of them and says nothing
 * (research/security-reliability.md D04). The first call ever makes both marks; one that was stopped in between is made good.
 *
 * @throws AppError `storage/*` where it can't be told
 */
export async function wereEmptied(): Promise<boolean> {
  const [kept, isOnDisk] = await Promise.all([rows.get(KEY), hasFile()]);
  if (!kept && isOnDisk) return true;
  if (!kept) await markDatabases();
  if (!isOnDisk)
    await (await navigator.storage.getDirectory()).getFileHandle(FILE, { create: true });
  return false;
}

/** Takes the databases as they are for Tack's own, once what was lost in them is brought back. */
export async function markDatabases(): Promise<void> {
  await rows.add(KEY, { version: 1 });
}

/** Makes what is erased from here on nothing that was lost. */
export async function removeMark(): Promise<void> {
  if (await hasFile()) await (await navigator.storage.getDirectory()).removeEntry(FILE);
}

async function hasFile(): Promise<boolean> {
  for await (const name of (await navigator.storage.getDirectory()).keys())
    if (name === FILE) return true;
  return false;
}
