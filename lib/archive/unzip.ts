import { AppError } from '../errors';

/** Archives begin with these bytes. */
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];

/** The end of an archive, with the longest remark that one can have. */
const MAX_END = 22 + 0xffff;

interface Entry {
  name: string;
  /** 0: as it is; 8: packed, as programs do that make an archive anew. */
  method: number;
  /** Bytes in the archive. */
  size: number;
  offset: number;
}

/** Whether a file is an archive, by its first bytes. */
export async function isZip(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return SIGNATURE.every((byte, index) => start[index] === byte);
}

/**
 * Reads an archive by the list at its end and gives each file in its turn, waiting until it was dealt with: never more than
 * one is in memory. Source: PKWARE's APPNOTE 6.3.10, 4.3.
 *
 * @param wants whether a file is to be read at all
 * @throws AppError `archive/not-ours` where it is broken
 */
export async function unzip(
  file: Blob,
  wants: (name: string) => boolean,
  onFile: (name: string, blob: Blob) => Promise<void>,
): Promise<void> {
  for (const entry of await orNotOurs(entriesOf(file))) {
    if (wants(entry.name)) await onFile(entry.name, await orNotOurs(contentOf(file, entry)));
  }
}

const orNotOurs = <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((cause: unknown) => {
    throw new AppError('archive/not-ours', undefined, { cause });
  });

/** What is read outside of the bytes throws a RangeError. */
const viewOf = async (part: Blob) => new DataView(await part.arrayBuffer());

async function entriesOf(file: Blob): Promise<Entry[]> {
  const end = await viewOf(file.slice(Math.max(0, file.size - MAX_END)));
  let at = end.byteLength - 22;
  while (end.getUint32(at, true) !== 0x0605_4b50) at -= 1;
  const start = end.getUint32(at + 16, true);
  const list = await viewOf(file.slice(start, start + end.getUint32(at + 12, true)));
  const entries: Entry[] = [];
  for (let from = 0; from < list.byteLength;) {
    if (list.getUint32(from, true) !== 0x0201_4b50) throw new RangeError('no entry');
    const nameLength = list.getUint16(from + 28, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(list.buffer, from + 46, nameLength)),
      method: list.getUint16(from + 10, true),
      size: list.getUint32(from + 20, true),
      offset: list.getUint32(from + 42, true),
    });
    from += 46 + nameLength + list.getUint16(from + 30, true) + list.getUint16(from + 32, true);
  }
  return entries;
}

async function contentOf(file: Blob, { method, size, offset }: Entry): Promise<Blob> {
  const head = await viewOf(file.slice(offset, offset + 30));
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const content = file.slice(start, start + size);
  if (content.size !== size) throw new RangeError('cut off');
  if (method === 0) return content;
  if (method !== 8) throw new RangeError(`packed in a way (${method}) that browsers can't read`);
  const unpacked = content.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(unpacked.pipeThrough(noMoreThan(size * MOST_TIMES + SMALL))).blob();
}

/** Rows become about twenty times what they are packed to, pictures no more than what they are; what is made to fill a disk, a thousand. */
const MOST_TIMES = 100;

/** A short file of one letter is packed to next to nothing, bytes. */
const SMALL = 1_000_000;

/** Passes on so many bytes, and breaks off where there are more. */
function noMoreThan(
  bytes: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new RangeError('unpacked to more than any file of ours'));
      else controller.enqueue(chunk);
    },
  });
}
