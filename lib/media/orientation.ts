import { byteReader } from './byte-reader';

/** How a picture is to be turned and mirrored to stand upright: 1 to 8, as EXIF counts; 1 is as stored. */
export type Orientation = number;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** Entries of a directory that are looked at; cameras write about 15 into the first one. */
const maxEntries = 512;

/**
 * The orientation that the first directory of a TIFF block names, such as EXIF has; 1 where it names none. Never throws.
 * Source: TIFF 6.0, §2; Exif 2.32, §4.6.4.
 */
export function orientationIn(tiff: Uint8Array): Orientation {
  const { u8, u16, u32, u16le, length } = byteReader(tiff);
  const isLittle = u16(0) === 0x4949;
  if (!isLittle && u16(0) !== 0x4d4d) return 1;
  const short = isLittle ? u16le : u16;
  const long = isLittle ? (at: number) => u16le(at) + u16le(at + 2) * 0x1_0000 : u32;
  const directory = long(4);
  const count = Math.min(short(directory), maxEntries);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > length) break;
    if (short(entry) !== ORIENTATION_TAG) continue;
    const value = short(entry + 2) === SHORT ? short(entry + 8) : u8(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF block that says how a picture is to be turned, and nothing else: 26 bytes. */
export function tiffOf(orientation: Orientation): number[] {
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0];
  return [...header, 0, 1, ...entry, 0, 0, 0, 0];
}

/** Whether upright means that width and height change places. */
export const isTurned = (orientation: Orientation): boolean => orientation >= 5;
