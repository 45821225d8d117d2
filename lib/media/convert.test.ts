// @vitest-environment node
// What needs a decoder and a canvas is tried in a real browser; here are the refusals that come before any decoding.
import { describe, expect, it } from 'vitest';

import { convertImage } from './convert';
import { drawingSize } from './drawing';

const picture = new Blob(['x'], { type: 'image/webp' });

describe('convertImage refuses', () => {
  it('what is no picture', async () => {
    await expect(convertImage(new Blob(['x'], { type: 'text/html' }), null)).rejects.toMatchObject({
      code: 'media/unsupported',
      data: { type: 'text/html' },
    });
  });

  it('too many pixels, by the header alone', async () => {
    const sniffed = { type: 'image/png', width: 20_000, height: 20_000 } as const;

    await expect(convertImage(picture, sniffed)).rejects.toMatchObject({
      code: 'media/too-many-pixels',
      data: { width: 20_000, height: 20_000, limit: 40_000_000 },
    });
  });

  it('too many bytes', async () => {
    const sniffed = { type: 'image/webp', width: 900, height: 900 } as const;

    await expect(
      convertImage(new Blob([new Uint8Array(20_000_001)]), sniffed),
    ).rejects.toMatchObject({
      code: 'media/too-large',
      data: { bytes: 20_000_001, limit: 20_000_000 },
    });
  });

  it('too small ones', async () => {
    await expect(
      convertImage(picture, { type: 'image/webp', width: 900, height: 79 }),
    ).rejects.toMatchObject({ code: 'media/too-small', data: { width: 900, height: 79 } });
  });

  it('to begin when it is told to stop', async () => {
    const signal = AbortSignal.abort(new Error('enough'));

    await expect(
      convertImage(picture, { type: 'image/webp', width: 900, height: 900 }, { signal }),
    ).rejects.toThrow('enough');
  });
});

describe('drawingSize', () => {
  it.each([
    ['enlarges a small drawing', [24, 12], [1500, 750]],
    ['keeps one of a good size', [1800, 1200], [1800, 1200]],
    ['bounds a huge one', [100_000, 50_000], [4000, 2000]],
  ] as const)('%s', (_, [width, height], [drawnWidth, drawnHeight]) => {
    expect(drawingSize({ width, height })).toEqual({ width: drawnWidth, height: drawnHeight });
  });

  it('refuses a line', () => {
    expect(() => drawingSize({ width: 1000, height: 1 })).toThrow('media/too-small');
  });
});
