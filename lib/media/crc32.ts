/** The checksum of PNG's chunks, 0 to 2³² − 1. Bit by bit: it is for a few bytes. Source: PNG specification, annex D. */
export function crc32(bytes: Iterable<number>): number {
  let rest = 0xffff_ffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb8_8320 : 0);
  }
  return ~rest >>> 0;
}
