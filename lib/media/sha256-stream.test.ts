// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { sha256 } from './hash';
import { sha256Stream } from './sha256-stream';

const bytes = Uint8Array.from({ length: 2_500_001 }, (_, index) => (index * 31) % 251);

describe('the hash of a large file', () => {
  it('is the one that the browser gives of the whole', async () => {
    const file = new Blob([bytes]);
    const seen: number[] = [];

    const hash = await sha256Stream(file, { onProgress: (done) => seen.push(done) });

    expect(hash).toBe(await sha256(file));
    expect(seen.at(-1)).toBe(2_500_001);
    expect(seen.length).toBeGreaterThan(2);
  });

  it('is the same where the browser reads into no buffer that is given to it', async () => {
    const file = new Blob([bytes]);
    file.stream = () => new ReadableStream();
    const seen: number[] = [];

    const hash = await sha256Stream(file, { onProgress: (done) => seen.push(done) });

    expect(hash).toBe(await sha256(file));
    expect(seen).toEqual([1_048_576, 2_097_152, 2_500_001]);
  });

  it('takes a buffer of its own for no piece', async () => {
    const file = new Blob([bytes]);
    const stream = file.stream.bind(file);
    const buffers: number[] = [];
    file.stream = () => {
      const given = stream();
      const reader = given.getReader({ mode: 'byob' });
      const read = reader.read.bind(reader);
      reader.read = ((view: Uint8Array<ArrayBuffer>) => {
        buffers.push(view.buffer.byteLength);
        return read(view);
      }) as typeof read;
      given.getReader = (() => reader) as typeof given.getReader;
      return given;
    };
    file.slice = () => expect.unreachable('a slice has a buffer of its own');

    await sha256Stream(file);

    expect(new Set(buffers)).toEqual(new Set([1_048_576]));
  });

  it('is not finished where it is given up', async () => {
    const given = sha256Stream(new Blob(['x']), { signal: AbortSignal.abort() });

    await expect(given).rejects.toThrow(/abort/i);
  });
});
