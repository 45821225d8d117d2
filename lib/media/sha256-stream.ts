import { createSha256 } from './sha256-blocks';

/** Bytes that are in memory at once. */
const PIECE_BYTES = 1024 * 1024;

interface HashOptions {
  /** Called after each piece with how many bytes were read. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/**
 * SHA-256 of a file of any size, as 64 lower-case hex digits. Reads it from disk piece by piece; the browser's own
 * digest takes a whole only.
 */
export async function sha256Stream(
  file: Blob,
  { onProgress, signal }: HashOptions = {},
): Promise<string> {
  const hash = createSha256();
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    signal?.throwIfAborted();
    const piece = await file.slice(from, from + PIECE_BYTES).arrayBuffer();
    hash.update(new Uint8Array(piece));
    onProgress?.(from + piece.byteLength);
  }
  return hash.end();
}
