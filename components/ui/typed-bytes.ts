/** Gives kept bytes the type that a file on disk lost: without it a browser shows photographs and no drawing (SVG). */
export const typedBytes = (bytes: Blob | null, type: string): Blob | null =>
  bytes?.slice(0, bytes.size, type) ?? null;
