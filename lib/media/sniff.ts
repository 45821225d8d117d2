import { byteReader } from './byte-reader';
import type { ByteReader } from './byte-reader';
import { sniffAvif } from './sniff-avif';
import { sniffSvg } from './sniff-svg';

export type ImageType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'image/gif'
  | 'image/svg+xml'
  | 'image/bmp';

/** What the first bytes of a picture say. Sizes are in pixels as stored, before any EXIF rotation. */
export interface SniffedImage {
  type: ImageType;
  width: number;
  height: number;
  /** Has more than one frame. Left out where the format has no frames or the bytes don't tell. */
  animated?: boolean;
}

/** Parts of a file that are looked at before giving up: a hostile file may have millions of tiny ones. */
const maxParts = 20_000;

type Size = Omit<SniffedImage, 'type'>;

/**
 * The true type and size of a picture, by its magic bytes and header; what a server or a file name claims doesn't count.
 * Decodes nothing, never throws, and takes time in proportion to `maxParts` at most. Null where it is no picture of a
 * known type, or one without a size (truncated before it, or 0). The first 256 kB are enough for nearly all files;
 * whether a GIF is animated may need more.
 */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const reader = byteReader(bytes);
  const found = sniff(reader);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

function sniff(reader: ByteReader): SniffedImage | null {
  const start = reader.text(0, 12);
  if (start.startsWith('\xff\xd8\xff')) return withType('image/jpeg', sniffJpeg(reader));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return withType('image/png', sniffPng(reader));
  if (/^GIF8[79]a/.test(start)) return withType('image/gif', sniffGif(reader));
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) {
    return withType('image/webp', sniffWebp(reader));
  }
  if (start.slice(4, 8) === 'ftyp') return withType('image/avif', sniffAvif(reader));
  if (start.startsWith('BM')) return withType('image/bmp', sniffBmp(reader));
  return withType('image/svg+xml', sniffSvg(reader));
}

function withType(type: ImageType, size: Size | null): SniffedImage | null {
  return size && { type, ...size };
}

/** Bytes of the color table that a GIF's flags announce. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Walks the segments to the frame header (SOFn). Source: ITU T.81, annex B. */
function sniffJpeg({ length, u8, u16 }: ByteReader): Size | null {
  let offset = 2;
  for (let part = 0; part < maxParts && offset + 8 < length; part += 1) {
    if (u8(offset) !== 0xff) return null;
    const marker = u8(offset + 1);
    if (marker === 0xff) {
      offset += 1; // a fill byte
      continue;
    }
    const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrameHeader) return { width: u16(offset + 7), height: u16(offset + 5) };
    if (marker === 0xd9 || marker === 0xda) return null; // end, or pixels without a header before
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const size = standsAlone ? 0 : u16(offset + 2);
    if (!standsAlone && size < 2) return null;
    offset += 2 + size;
  }
  return null;
}

/** IHDR comes first; an `acTL` before the pixels makes it animated. Source: PNG specification, third edition, §5.3, §11.3.6. */
function sniffPng({ length, u32, text }: ByteReader): Size | null {
  if (text(12, 4) !== 'IHDR' || length < 24) return null;
  const size = { width: u32(16), height: u32(20) };
  let offset = 8;
  for (let part = 0; part < maxParts && offset + 8 <= length; part += 1) {
    const name = text(offset + 4, 4);
    if (name === 'acTL') return { ...size, animated: u32(offset + 8) > 1 };
    if (name === 'IDAT' || name === 'IEND') return { ...size, animated: false };
    offset += 12 + u32(offset);
  }
  return size;
}

/** Counts images up to the second. Source: GIF89a specification, §17 to §20. */
function sniffGif({ length, u8, u16le }: ByteReader): Size | null {
  if (length < 13) return null;
  const size = { width: u16le(6), height: u16le(8) };
  const skipBlocks = (start: number) => {
    let offset = start;
    for (let part = 0; part < maxParts && offset < length; part += 1) {
      const block = u8(offset);
      offset += 1 + block;
      if (block === 0) return offset;
    }
    return length;
  };
  let offset = 13 + tableBytes(u8(10));
  let images = 0;
  for (let part = 0; part < maxParts && offset < length; part += 1) {
    const kind = u8(offset);
    if (kind === 0x3b) return { ...size, animated: false };
    if (kind === 0x21) offset = skipBlocks(offset + 2);
    else if (kind === 0x2c) {
      images += 1;
      if (images > 1) return { ...size, animated: true };
      offset = skipBlocks(offset + 11 + tableBytes(u8(offset + 9)));
    } else return size;
  }
  return size;
}

/** Size by the first chunk: lossy, lossless or extended. Source: RFC 9649, §2.4 to §2.7. */
function sniffWebp({ length, u8, u16le, u24le, text }: ByteReader): Size | null {
  if (length < 30 && text(12, 4) !== 'VP8L') return null;
  switch (text(12, 4)) {
    case 'VP8 ': {
      if (u24le(23) !== 0x2a_01_9d) return null;
      return { width: u16le(26) & 0x3fff, height: u16le(28) & 0x3fff, animated: false };
    }
    case 'VP8L': {
      if (u8(20) !== 0x2f || length < 25) return null;
      const width = 1 + (u16le(21) & 0x3fff);
      const height = 1 + ((u8(22) >> 6) | (u8(23) << 2) | ((u8(24) & 0x0f) << 10));
      return { width, height, animated: false };
    }
    case 'VP8X': {
      return { width: 1 + u24le(24), height: 1 + u24le(27), animated: (u8(20) & 2) !== 0 };
    }
    default:
      return null;
  }
}

/** Source: Microsoft, BITMAPCOREHEADER (12 bytes) and BITMAPINFOHEADER and later (40 bytes and more). */
function sniffBmp({ length, u16le, i32le }: ByteReader): Size | null {
  const headerBytes = i32le(14);
  if (length < 26) return null;
  if (headerBytes === 12) return { width: u16le(18), height: u16le(20) };
  if (headerBytes < 40 || headerBytes > 124) return null;
  return { width: i32le(18), height: Math.abs(i32le(22)) }; // a negative height: rows from the top
}
