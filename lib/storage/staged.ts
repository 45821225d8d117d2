import { requireSpace } from './space';

/**
 * Pictures and videos that the person brings along, from the moment a view has them until a draft has read them. A view writes the
 * bytes itself: a message would carry them as text, and a `blob:` address ends with the view.
 */
const FOLDER = 'staged';
const SCHEME = 'staged:';

/** What no draft has taken after this long is nobody's. */
const KEEP_MS = 24 * 3_600_000;

/** Writes a file, and gives the address that stands for it. @throws AppError `storage/full` */
export async function stageBytes(bytes: Blob): Promise<string> {
  await requireSpace(bytes.size);
  const id = crypto.randomUUID();
  const file = await (await folder()).getFileHandle(id, { create: true });
  const writable = await file.createWritable();
  await writable.write(bytes);
  await writable.close();
  return SCHEME + id;
}

/** Whether an address stands for a staged picture. */
export const isStaged = (url: string): boolean => url.startsWith(SCHEME);

/** Gives a staged picture; null where it is gone, or where the address stands for none. */
export async function readStaged(url: string): Promise<File | null> {
  if (!isStaged(url)) return null;
  try {
    const handle = await (await folder()).getFileHandle(url.slice(SCHEME.length));
    return await handle.getFile();
  } catch {
    return null;
  }
}

/** Removes a staged file that nobody needs any more. */
export async function removeStaged(url: string): Promise<void> {
  if (!isStaged(url)) return;
  const staged = await folder();
  await staged.removeEntry(url.slice(SCHEME.length)).catch(() => undefined); // gone already
}

/** Removes what stopped views and discarded drafts left. */
export async function sweepStaged(now: number): Promise<void> {
  const staged = await folder();
  for await (const [name, handle] of staged.entries()) {
    const isOld = handle.kind === 'file' && now - (await handle.getFile()).lastModified > KEEP_MS;
    if (isOld) await staged.removeEntry(name);
  }
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}
