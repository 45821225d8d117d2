import { describe, expect, it } from 'vitest';

import { sha256 } from './hash';
import { sha256Stream } from './sha256-stream';

describe('the hash of a large file', () => {
  it('is the one that the browser gives of the whole', async () => {
    const bytes = Uint8Array.from({ length: 2_500_001 }, (_, index) => (index * 31) % 251);
    const file = new Blob([bytes]);
    const seen: number[] = [];

    const hash = await sha256Stream(file, { onProgress: (done) => seen.push(done) });

    expect(hash).toBe(await sha256(file));
    expect(seen).toEqual([1_048_576, 2_097_152, 2_500_001]);
  });

  it('is not finished where it is given up', async () => {
    const given = sha256Stream(new Blob(['x']), { signal: AbortSignal.abort() });

    await expect(given).rejects.toThrow(/abort/i);
  });
});
