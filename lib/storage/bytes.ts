import { AppError } from '../errors';
import { requireSpace, sayingFull } from './space';

/** The files that a draft or job may have: of its own picture, and by their keys of those that go along with it. */
export type BytesName = `${'original' | 'prepared'}${'' | `-${string}`}`;

/** Names the file of a picture; `key` is '' for the draft's own. */
export const bytesName = (kind: 'original' | 'prepared', key: string): BytesName =>
  key === '' ? kind : `${kind}-${key}`;

/**
 * Writes bytes of a draft or job to disk, whole or not at all, and gives their size.
 * `createWritable` shows the file only once it is closed: a killed browser leaves a `.crswap` that nobody reads
 * (research/mv3-uploads.md §3).
 *
 * @throws AppError `storage/full` before anything is written, where the space does not suffice, and where the browser
 *   finds out later; the file of before is then still there.
 */
export async function writeBytes(id: string, name: BytesName, bytes: Blob): Promise<number> {
  await requireSpace(bytes.size);
  return sayingFull(bytes.size, async () => {
    const folder = await folderOf(id, true);
    const file = await folder.getFileHandle(name, { create: true });
    const before = (await file.getFile()).size;
    const size = await writeWhole(file, bytes).catch(async (error: unknown) => {
      if (before === 0) await folder.removeEntry(name).catch(() => undefined);
      throw error;
    });
    if (size !== bytes.size) throw new AppError('storage/full', { needed: bytes.size, free: size });
    // What was made of other bytes is none of these: a job that became a draft again may leave it.
    if (isOriginal(name)) await folder.removeEntry(preparedOf(name)).catch(() => undefined);
    return size;
  });
}

const isOriginal = (name: BytesName) => name.startsWith('original');
const preparedOf = (name: BytesName) => name.replace('original', 'prepared');

async function writeWhole(file: FileSystemFileHandle, bytes: Blob): Promise<number> {
  const writable = await file.createWritable();
  try {
    await writable.write(bytes);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined); // takes the half away
    throw error;
  }
  return (await file.getFile()).size;
}

/** Gives a file of a draft or job, streamed from disk when it is read; null where there is none. */
export async function readBytes(id: string, name: BytesName): Promise<File | null> {
  try {
    const folder = await folderOf(id, false);
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Gives the bytes of a draft's or job's picture as they were found; `key` is that of one that goes along. */
export const readOriginal = (id: string, key = ''): Promise<File | null> =>
  readBytes(id, bytesName('original', key));

/** Removes all bytes of a draft or job. */
export async function removeBytes(id: string): Promise<void> {
  const outbox = await outboxFolder();
  await outbox.removeEntry(id, { recursive: true }).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Lists the drafts and jobs that have bytes on disk, so that those without a row can be swept. */
export async function listBytes(): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of (await outboxFolder()).keys()) ids.push(id);
  return ids;
}

/** Removes what a killed browser left in a draft's or job's folder: halves of files, which nothing reads. */
export async function removeHalfWritten(id: string): Promise<void> {
  const folder = await folderOf(id, false);
  for await (const name of folder.keys()) {
    if (name.endsWith('.crswap')) await folder.removeEntry(name).catch(() => undefined);
  }
}

/** Lists the files of a draft or job; none where it has no folder. */
export async function listFiles(id: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const name of (await folderOf(id, false)).keys()) names.push(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return names.filter((name) => name !== COPY && !name.endsWith('.crswap'));
}

/** A copy of a draft's or job's row beside its bytes: no picture, and in no list of them. */
const COPY = 'row.json';

/** Writes a copy of the row that bytes belong to, whole or not at all. @throws AppError `storage/full` */
export async function writeCopy(id: string, row: object): Promise<void> {
  const copy = new Blob([JSON.stringify(row)], { type: 'application/json' });
  await sayingFull(copy.size, async () => {
    const folder = await folderOf(id, true);
    await writeWhole(await folder.getFileHandle(COPY, { create: true }), copy);
  });
}

/** Gives the copy of a row; null where there is none, or it is no JSON. */
export async function readCopy(id: string): Promise<unknown> {
  try {
    const file = await (await folderOf(id, false)).getFileHandle(COPY);
    return JSON.parse(await (await file.getFile()).text());
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Removes the copy of a row. */
export async function removeCopy(id: string): Promise<void> {
  try {
    await (await folderOf(id, false)).removeEntry(COPY);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function outboxFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('outbox', { create: true });
}

async function folderOf(id: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  return (await outboxFolder()).getDirectoryHandle(id, { create });
}

const isMissing = (error: unknown) =>
  error instanceof DOMException && error.name === 'NotFoundError';
