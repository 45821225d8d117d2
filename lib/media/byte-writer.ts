/** Puts parts of a file one after another, without a copy of each. */
export interface ByteWriter {
  /** Takes a part of the file that is read. */
  copy: (from: number, to: number) => void;
  /** Takes bytes that stand in no file. */
  put: (bytes: ArrayLike<number>) => void;
  /** What was written. */
  bytes: () => Uint8Array<ArrayBuffer>;
}

/**
 * A writer of parts of `source`.
 * @param spare bytes that may be put in addition to all of the source; more than that throws a RangeError
 */
export function byteWriter(source: Uint8Array, spare: number): ByteWriter {
  const out = new Uint8Array(source.length + spare);
  let at = 0;
  const put = (bytes: ArrayLike<number>) => {
    out.set(bytes, at);
    at += bytes.length;
  };
  return {
    copy: (from, to) => put(source.subarray(from, to)),
    put,
    bytes: () => out.slice(0, at),
  };
}
