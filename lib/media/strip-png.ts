import { byteReader } from './byte-reader';
import { byteWriter } from './byte-writer';
import { crc32 } from './crc32';
import { orientationIn, tiffOf } from './orientation';
import type { StrippedImage } from './strip-jpeg';

/** Of the chunks that a decoder may leave out: those that say how colours and pixels are meant. */
const KEPT: ReadonlySet<string> = new Set(
  'tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT pHYs bKGD'.split(' '),
);

const END = 'IEND';
const EXIF = 'eXIf';
const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Length, name and checksum around the directory with an orientation. */
const SPARE = 64;

/**
 * A PNG without anything but its picture, its colours and how it is to be turned: no texts, no times, no EXIF, nothing
 * behind its end. Of an animated one the still picture is left, the one that its chunks of pixels have. Pixels stay byte
 * for byte. Never throws. Source: PNG specification, third edition, §5.3, §11.
 */
export function stripPng(source: Uint8Array): StrippedImage {
  const { length, u32, text } = byteReader(source);
  const writer = byteWriter(source, SPARE);
  let orientation = 0;
  writer.copy(0, 8);
  let offset = 8;
  while (offset + 8 <= length) {
    const name = text(offset + 4, 4);
    const end = offset + 12 + u32(offset);
    const isNeeded = /^[A-Z]/.test(name);
    // A picture that is cut off is given on as it is, with what there is of its pixels.
    if (isNeeded || (KEPT.has(name) && end <= length)) writer.copy(offset, Math.min(end, length));
    else if (name === EXIF && orientation === 0) {
      orientation = orientationIn(source.subarray(offset + 8, end - 4));
      if (orientation > 1) writer.put(chunkOf(EXIF, tiffOf(orientation)));
    }
    if (name === END) break;
    offset = end;
  }
  return { bytes: writer.bytes(), orientation: orientation || 1 };
}

function chunkOf(name: string, data: readonly number[]): number[] {
  const named = [...Array.from(name, (letter) => letter.charCodeAt(0)), ...data];
  return [...bigEndian(data.length), ...named, ...bigEndian(crc32(named))];
}

const bigEndian = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

/** Whether bytes begin as a PNG does. */
export const isPng = (bytes: Uint8Array): boolean =>
  byteReader(bytes).text(0, SIGNATURE.length) === SIGNATURE;
