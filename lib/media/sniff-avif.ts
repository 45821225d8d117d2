import type { ByteReader } from './byte-reader';

interface Box {
  name: string;
  /** Of the content, and after it. */
  start: number;
  end: number;
}

/** Boxes looked at on one level. */
const maxBoxes = 1_000;

/**
 * Size of an AVIF, or null where the brand is another (HEIC, MP4). It is the largest of the sizes in the property
 * container: those of tiles and thumbnails are smaller than that of the picture itself.
 * Source: AV1 Image File Format 1.1, §2 to §6; ISO 14496-12 (boxes), 23008-12 (`ispe`).
 */
export function sniffAvif(
  reader: ByteReader,
): { width: number; height: number; animated: boolean } | null {
  const [first] = boxesIn(reader, 0, reader.length);
  if (first?.name !== 'ftyp') return null;
  const brands = reader.text(first.start, Math.min(first.end - first.start, 256)).match(/.{4}/gs);
  if (!brands?.some((brand) => brand === 'avif' || brand === 'avis')) return null;
  const properties = descend(reader, ['meta', 'iprp', 'ipco']);
  const sizes = properties
    .filter(({ name }) => name === 'ispe')
    .map(({ start }) => ({ width: reader.u32(start + 4), height: reader.u32(start + 8) }))
    .toSorted((one, other) => other.width * other.height - one.width * one.height);
  const [size] = sizes;
  return size ? { ...size, animated: brands[0] === 'avis' } : null;
}

/** The boxes inside of the box at a path of names. */
function descend(reader: ByteReader, path: readonly string[]): Box[] {
  let boxes = boxesIn(reader, 0, reader.length);
  for (const name of path) {
    const box = boxes.find((one) => one.name === name);
    if (!box) return [];
    const versionBytes = name === 'meta' ? 4 : 0;
    boxes = boxesIn(reader, box.start + versionBytes, box.end);
  }
  return boxes;
}

function boxesIn({ u32, text, length }: ByteReader, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let offset = from;
  while (offset + 8 <= Math.min(to, length) && boxes.length < maxBoxes) {
    const isLong = u32(offset) === 1;
    const headerBytes = isLong ? 16 : 8;
    const size = isLong ? u32(offset + 8) * 2 ** 32 + u32(offset + 12) : u32(offset) || to - offset;
    if (size < headerBytes) break;
    const end = Math.min(offset + size, to);
    boxes.push({ name: text(offset + 4, 4), start: offset + headerBytes, end });
    offset += size;
  }
  return boxes;
}
