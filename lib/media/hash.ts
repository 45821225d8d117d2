/** SHA-256 of a Blob's bytes, as 64 lower-case hex digits. Reads it whole: for pictures, not for videos. */
export async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
