/** Bytes that pass through one `btoa` call: a multiple of 3, and few enough to be arguments of one function call. */
const chunkBytes = 3 * 8_192;

/** Bytes of a Blob that are in memory at once while it becomes text; a multiple of 3. */
const sliceBytes = 3 * 1_048_576;

/** Base64 text of bytes, with padding. */
export function bytesToBase64(bytes: Uint8Array): string {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + chunkBytes))));
  }
  return parts.join('');
}

/** Bytes of base64 text. Throws a SyntaxError or DOMException where it is none. */
export function base64ToBytes(text: string): Uint8Array<ArrayBuffer> {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Base64 text of a Blob, read in slices so that its bytes are never in memory whole. Rejects with the signal's reason. */
export async function blobToBase64(
  blob: Blob,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const parts: string[] = [];
  for (let start = 0; start < blob.size; start += sliceBytes) {
    signal?.throwIfAborted();
    const slice = await blob.slice(start, start + sliceBytes).arrayBuffer();
    parts.push(bytesToBase64(new Uint8Array(slice)));
  }
  return parts.join('');
}
