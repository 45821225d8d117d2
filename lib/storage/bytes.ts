import { AppError } from '../errors';

/** The files that a draft or job may have: of its own picture, and by their keys of those that go along with it. */
export type BytesName = `${'original' | 'prepared'}${'' | `-${string}`}`;

/** Names the file of a picture; `key` is '' for the draft's own. */
export const bytesName = (kind: 'original' | 'prepared', key: string): BytesName =>
  key === '' ? kind : `${kind}-${key}`;

/** Free space that is left alone, so that the browser itself does not run out. */
const RESERVE_BYTES = 20 * 1024 * 1024;

/**
 * Writes bytes of a draft or job to disk, whole or not at all, and gives their size.
 * `createWritable` shows the file only once it is closed: a killed browser leaves a `.crswap` that nobody reads
 * (research/mv3-uploads.md §3).
 *
 * @throws AppError `storage/full` before anything is written, where the space does not suffice.
 */
export async function writeBytes(id: string, name: BytesName, bytes: Blob): Promise<number> {
  await requireSpace(bytes.size);
  const folder = await folderOf(id, true);
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(bytes);
  await writable.close();
  const { size } = await file.getFile();
  if (size !== bytes.size) throw new AppError('storage/full', { needed: bytes.size, free: size });
  return size;
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

/** Holds the disk to having room for so many bytes. @throws AppError `storage/full` */
export async function requireSpace(needed: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return;
  const free = Math.max(0, quota - usage - RESERVE_BYTES);
  if (needed > free) throw new AppError('storage/full', { needed, free });
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
