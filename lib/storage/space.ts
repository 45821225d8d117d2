import { AppError } from '../errors';

/** Free space that is left alone, so that the browser itself does not run out. */
const RESERVE_BYTES = 20 * 1024 * 1024;

/** What is written takes more than its size: the copy that becomes the file, a conversion, the rows. */
const FACTOR = 1.2;

/** Gives how much can still be written, in bytes; null where the browser does not say. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return null;
  return Math.max(0, quota - usage - RESERVE_BYTES);
}

/** Makes sure that there is room before anything is written. @throws AppError `storage/full` */
export async function requireSpace(size: number): Promise<void> {
  if (size === 0) return;
  const needed = Math.ceil(size * FACTOR);
  const free = await freeBytes();
  if (free !== null && needed > free) throw new AppError('storage/full', { needed, free });
}

/** Whether the browser refused a write because there is no room left. */
const isQuota = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/**
 * Runs a write; where the browser finds no room for it, that is said as what it is.
 * @param size of what is written, in bytes
 * @throws AppError `storage/full`; anything else as it is
 */
export async function sayingFull<Value>(size: number, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if (!isQuota(error)) throw error;
    throw new AppError('storage/full', { needed: size, free: 0 }, { cause: error });
  }
}
