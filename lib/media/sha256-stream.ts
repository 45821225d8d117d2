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
  let done = 0;
  for await (const piece of piecesOf(file)) {
    signal?.throwIfAborted();
    hash.update(piece);
    done += piece.byteLength;
    onProgress?.(done);
  }
  return hash.end();
}

/**
 * All pieces come in one buffer, which is handed on and given back: with a buffer for each, Chromium lets 270 MB of them
 * gather before it sweeps (measured, docs/decisions/0016). A piece is good until the next one is asked for.
 */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const reader = byteReader(file);
  if (!reader) return yield* slicesOf(file);
  try {
    let buffer = new ArrayBuffer(PIECE_BYTES);
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (done) return;
      yield value;
      ({ buffer } = value);
    }
  } finally {
    await reader.cancel();
  }
}

/** Chromium of 2022 gave a stream that takes no buffer (w3c/FileAPI issue 186); since when it does is not written down. */
function byteReader(file: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

async function* slicesOf(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (let from = 0; from < file.size; from += PIECE_BYTES)
    yield new Uint8Array(await file.slice(from, from + PIECE_BYTES).arrayBuffer());
}
