// @vitest-environment node
import { expect, it } from 'vitest';

import { base64ToBytes, blobToBase64, bytesToBase64 } from './base64';

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
}

// S06
it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])('%i bytes survive', (length) => {
  const bytes = bytesOf(length);

  const text = bytesToBase64(bytes);

  expect(text).toBe(Buffer.from(bytes).toString('base64'));
  expect(Buffer.from(base64ToBytes(text)).equals(bytes)).toBe(true);
});

it('refuses what is no base64', () => {
  expect(() => base64ToBytes('%%%')).toThrow(/./);
});

it('reads a Blob over several slices', async () => {
  const bytes = bytesOf(7_000_001);

  expect(await blobToBase64(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'));
});

it('stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'));

  await expect(blobToBase64(new Blob(['a']), { signal })).rejects.toThrow('enough');
});
