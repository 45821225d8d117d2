import { byteReader, type ByteReader } from './byte-reader';
import { byteWriter, type ByteWriter } from './byte-writer';
import { orientationIn, tiffOf, type Orientation } from './orientation';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** Bytes that can be added: a directory with nothing but an orientation is larger than some broken ones. */
const SPARE = 64;

export interface StrippedImage {
  bytes: Uint8Array<ArrayBuffer>;
  /** Is still said by the bytes. */
  orientation: Orientation;
}

/**
 * A JPEG without anything but its picture: tables, scans, colour profile, Adobe's note on how colours are coded, and how
 * it is to be turned. Scans stay byte for byte. What is behind the picture's end is dropped: other pictures (MPF, gain
 * maps), films of phones, and whatever was hidden there. What can't be followed is dropped before the scans and kept
 * inside of them, as decoders do. Never throws. Source: ITU T.81, annex B; JFIF 1.02; ICC.1, annex B.4.
 */
export function stripJpeg(source: Uint8Array): StrippedImage {
  const reader = byteReader(source);
  const writer = byteWriter(source, SPARE);
  const state = { orientation: 0 }; // 0: no EXIF was met
  writer.copy(0, 2);
  let offset = 2;
  let isScan = false;
  while (offset < reader.length) {
    const next = source.indexOf(0xff, offset);
    const at = next < 0 ? reader.length : next;
    if (isScan) writer.copy(offset, at);
    const marker = reader.u8(at + 1);
    if (at + 1 >= reader.length) {
      if (isScan) writer.copy(at, reader.length);
      break;
    }
    if (marker === EOI) {
      writer.copy(at, at + 2);
      break;
    }
    if (hasLength(marker)) {
      const end = at + 2 + Math.max(2, reader.u16(at + 2));
      writeSegment(reader, writer, { source, marker, at, end, state });
      isScan ||= marker === SOS;
      offset = end;
      continue;
    }
    // A byte that fills, a stuffed one, or a place to restart: part of a scan, and nothing outside of one.
    const size = marker === 0xff ? 1 : 2;
    if (isScan) writer.copy(at, at + size);
    offset = at + size;
  }
  return { bytes: writer.bytes(), orientation: state.orientation || 1 };
}

/** Markers that a length follows: tables, scans, applications' own, comments. All others stand alone, or mean nothing. */
const hasLength = (marker: number) =>
  isPicture(marker) || (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Frames (with tables of codes among them), scan, tables, number of lines, interval of restarts. */
const isPicture = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= SOS && marker <= 0xdd);

interface Segment {
  source: Uint8Array;
  marker: number;
  /** Where its marker stands. */
  at: number;
  end: number;
  state: { orientation: number };
}

function writeSegment(reader: ByteReader, writer: ByteWriter, segment: Segment): void {
  const { source, marker, at, end, state } = segment;
  const name = reader.text(at + 4, 12);
  if (isPicture(marker)) writer.copy(at, end);
  else if (marker === 0xe2 && name === 'ICC_PROFILE\0') writer.copy(at, end);
  else if (marker === 0xee && name.startsWith('Adobe') && end - at >= 16) {
    writer.put([0xff, 0xee, 0, 14]);
    writer.copy(at + 4, at + 16);
  } else if (marker === 0xe0 && name.startsWith('JFIF\0') && end - at >= 18) {
    writer.put([0xff, 0xe0, 0, 16]);
    writer.copy(at + 4, at + 16);
    writer.put([0, 0]); // no thumbnail
  } else if (marker === 0xe1 && name.startsWith('Exif\0') && state.orientation === 0) {
    state.orientation = orientationIn(source.subarray(at + 10, end));
    if (state.orientation === 1) return;
    const tiff = tiffOf(state.orientation);
    writer.put([0xff, 0xe1, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]);
  }
}

/** Whether bytes begin as a JPEG does. */
export const isJpeg = ([first, second, third]: Uint8Array): boolean =>
  first === 0xff && second === SOI && third === 0xff;
