import { describe, expect, it, vi } from 'vitest';

import { readWithin } from './read-within';

/** A body in pieces, as a content script of Firefox sees it: a stream that can be read and not iterated. */
function bodyOf(...pieces: number[][]) {
  const left = pieces.map((piece) => new Uint8Array(piece));
  const cancel = vi.fn(() => undefined);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel,
  });
  Object.defineProperty(body, Symbol.asyncIterator, { value: undefined });
  return { body, cancel };
}

describe('readWithin', () => {
  it('reads a body whole that can’t be iterated', async () => {
    const { body } = bodyOf([1, 2], [3], [4, 5, 6]);
    expect(await readWithin(body, 6)).toEqual({
      size: 6,
      whole: new Uint8Array([1, 2, 3, 4, 5, 6]),
    });
  });

  it('gives up a body that is larger than the limit, and lets go of it', async () => {
    const { body, cancel } = bodyOf([1, 2], [3], [4, 5, 6]);
    expect(await readWithin(body, 2)).toEqual({ size: 3, whole: null });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('fails with a body that breaks off', async () => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.error(new TypeError('network')),
    });
    await expect(readWithin(body, 2)).rejects.toThrow('network');
  });
});
