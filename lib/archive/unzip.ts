import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

import { AppError } from '../errors';

/** Archives begin with these bytes. */
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file is an archive, by its first bytes. */
export async function isZip(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return SIGNATURE.every((byte, index) => start[index] === byte);
}

/**
 * Reads an archive from its beginning to its end and gives each file as it comes, waiting until it was dealt with: never
 * more than one is in memory.
 *
 * @param wants whether a file is to be read at all
 * @throws AppError `archive/not-ours` where it is broken
 */
export async function unzip(
  file: Blob,
  wants: (name: string) => boolean,
  onFile: (name: string, blob: Blob) => Promise<void>,
): Promise<void> {
  const ready: { name: string; blob: Blob }[] = [];
  let failure: unknown = null;
  const reader = new Unzip((entry) => {
    if (!wants(entry.name)) return;
    const parts: Blob[] = [];
    entry.ondata = (error, data, final) => {
      failure ??= error;
      parts.push(new Blob([data]));
      if (final) ready.push({ name: entry.name, blob: new Blob(parts) });
    };
    entry.start();
  });
  reader.register(UnzipPassThrough);
  reader.register(UnzipInflate);
  const deal = async () => {
    for (let next = ready.shift(); next; next = ready.shift()) await onFile(next.name, next.blob);
  };
  try {
    const stream = file.stream().getReader();
    for (let read = await stream.read(); !read.done; read = await stream.read()) {
      reader.push(read.value);
      await deal();
    }
    reader.push(new Uint8Array(), true);
  } catch (error) {
    failure ??= error;
  }
  await deal();
  if (failure) throw new AppError('archive/not-ours', undefined, { cause: failure });
}
