/** SHA-256 of a Blob's bytes, as 64 lower-case hex digits. Reads it whole: for pictures, not for videos. */
export const sha256 = async (blob: Blob): Promise<string> => digest(await blob.arrayBuffer());

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits: without a Blob, whose bytes are another process's. */
export const sha256OfText = (text: string): Promise<string> =>
  digest(new TextEncoder().encode(text));

async function digest(bytes: BufferSource): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
