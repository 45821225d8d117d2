import { AppError } from '../errors';

/*
 * Archives of files as they are: pictures and videos are packed already. Source: PKWARE's APPNOTE 6.3.10, 4.3 and 4.4.
 */

/** What an archive without its 64-bit extension can hold, in bytes. */
const MAX_BYTES = 0xffff_ffff;

/** The first day that an archive can name: when a file was written is nobody's business. */
const DAY = 0x21;

/** Names are UTF-8. */
const FLAGS = 0x0800;

interface Entry {
  name: Uint8Array<ArrayBuffer>;
  crc: number;
  size: number;
  offset: number;
}

/** Puts files into an archive, one after another. */
export interface ZipWriter {
  /** @throws AppError `media/too-large` where the archive would be larger than one can be */
  add(name: string, file: Blob): Promise<void>;
  end(): Blob;
}

/** Begins an archive; it is a blob of blobs, so that the browser keeps a large one on disk. */
export function zipWriter(): ZipWriter {
  const parts: Blob[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  const put = (part: Blob | Uint8Array<ArrayBuffer>) => {
    const blob = part instanceof Blob ? part : new Blob([part]);
    offset += blob.size;
    if (offset > MAX_BYTES)
      throw new AppError('media/too-large', { bytes: offset, limit: MAX_BYTES });
    parts.push(blob);
  };
  return {
    async add(text, file) {
      const name = new TextEncoder().encode(text);
      const { copy, crc } = await copied(file);
      const entry = { name, crc, size: copy.size, offset };
      put(headOf(entry, 0x0403_4b50));
      put(copy);
      entries.push(entry);
    },
    end() {
      const start = offset;
      for (const entry of entries) put(headOf(entry, 0x0201_4b50));
      put(endOf(entries.length, offset - start, start));
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}

/** A copy, which outlives the file itself, and its checksum. */
async function copied(file: Blob): Promise<{ copy: Blob; crc: number }> {
  const pieces: Blob[] = [];
  let rest = 0xffff_ffff;
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const byte of read.value) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0);
    pieces.push(new Blob([read.value]));
  }
  return { copy: new Blob(pieces), crc: ~rest >>> 0 };
}

/** The checksum's steps for each byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb8_8320 : 0);
  return rest;
});

/** What stands before a file, or for it in the list at the end. */
function headOf({ name, crc, size, offset }: Entry, signature: number): Uint8Array<ArrayBuffer> {
  const isListed = signature === 0x0201_4b50;
  const start = isListed ? 46 : 30;
  const bytes = new Uint8Array(start + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  if (isListed) view.setUint16(4, 20, true);
  const at = isListed ? 6 : 4;
  for (const [index, value] of [20, FLAGS, 0, 0, DAY].entries())
    view.setUint16(at + 2 * index, value, true);
  for (const [index, value] of [crc, size, size].entries())
    view.setUint32(at + 10 + 4 * index, value, true);
  view.setUint16(at + 22, name.length, true);
  if (isListed) view.setUint32(42, offset, true);
  bytes.set(name, start);
  return bytes;
}

function endOf(count: number, size: number, start: number): Uint8Array<ArrayBuffer> {
  if (count > 0xffff) throw new AppError('media/too-large', { bytes: start, limit: MAX_BYTES });
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x0605_4b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return new Uint8Array(view.buffer);
}
