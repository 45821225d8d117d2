/** Reads numbers out of bytes that may end anywhere: outside of them everything is 0 or ''. */
export interface ByteReader {
  length: number;
  u8: (offset: number) => number;
  u16: (offset: number) => number;
  u32: (offset: number) => number;
  u16le: (offset: number) => number;
  u24le: (offset: number) => number;
  i32le: (offset: number) => number;
  /** Latin-1 text of `length` bytes, shorter at the end. */
  text: (offset: number, length: number) => string;
}

/** A reader over bytes. It copies nothing and never throws. */
export function byteReader(bytes: Uint8Array): ByteReader {
  const u8 = (offset: number) => bytes[offset] ?? 0;
  const u16 = (offset: number) => u8(offset) * 0x100 + u8(offset + 1);
  const u16le = (offset: number) => u8(offset) + u8(offset + 1) * 0x100;
  return {
    length: bytes.length,
    u8,
    u16,
    u16le,
    u32: (offset) => u16(offset) * 0x1_0000 + u16(offset + 2),
    u24le: (offset) => u16le(offset) + u8(offset + 2) * 0x1_0000,
    i32le: (offset) => u16le(offset) | (u16le(offset + 2) << 16),
    text: (offset, length) =>
      Array.from(bytes.subarray(offset, offset + length), (byte) => String.fromCharCode(byte)).join(
        '',
      ),
  };
}
