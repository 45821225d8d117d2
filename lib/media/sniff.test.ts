// @vitest-environment node
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';

import { sniffImage } from './sniff';

const red = { r: 200, g: 30, b: 30, alpha: 1 };

function drawing(width = 321, height = 123): Sharp {
  return sharp({ create: { width, height, channels: 4, background: red } });
}

async function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = [0, 90, 180].map((r) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: { r, g: 0, b: 0 } } }),
  );
  const pictures = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
  const joined = sharp(pictures, { join: { animated: true } });
  return (format === 'gif' ? joined.gif() : joined.webp()).toBuffer();
}

const samples = {
  jpeg: await drawing().jpeg().toBuffer(),
  progressive: await drawing()
    .withExif({ IFD0: { Copyright: 'x'.repeat(500) } })
    .jpeg({ progressive: true })
    .toBuffer(),
  png: await drawing().png().toBuffer(),
  gif: await drawing().gif().toBuffer(),
  lossyWebp: await drawing().removeAlpha().webp().toBuffer(),
  losslessWebp: await drawing().webp({ lossless: true }).toBuffer(),
  avif: await drawing().avif({ effort: 0 }).toBuffer(),
};

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** A PNG's signature and header only. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(25)]);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function bmp(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(54);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}

describe('sniffImage', () => {
  // H14
  it.each([
    ['JPEG', samples.jpeg, { type: 'image/jpeg' }],
    ['progressive JPEG with metadata', samples.progressive, { type: 'image/jpeg' }],
    ['PNG', samples.png, { type: 'image/png', animated: false }],
    ['GIF', samples.gif, { type: 'image/gif', animated: false }],
    ['lossy WebP', samples.lossyWebp, { type: 'image/webp', animated: false }],
    ['lossless WebP', samples.losslessWebp, { type: 'image/webp', animated: false }],
    ['AVIF', samples.avif, { type: 'image/avif', animated: false }],
    ['BMP', bmp(321, 123), { type: 'image/bmp' }],
    ['BMP with rows from the top', bmp(321, -123), { type: 'image/bmp' }],
  ])('tells type and size of a %s', (_, bytes, expected) => {
    expect(sniffImage(bytes)).toEqual({ ...expected, width: 321, height: 123 });
  });

  it.each([
    [1, false],
    [12, true],
  ])('tells whether a PNG of %i frames is animated', (frames, animated) => {
    const control = Buffer.alloc(20);
    control.writeUInt32BE(8, 0);
    control.write('acTL', 4, 'latin1');
    control.writeUInt32BE(frames, 8);
    const { png } = samples;
    const bytes = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);

    expect(sniffImage(bytes)).toMatchObject({ type: 'image/png', animated });
  });

  // H14
  it.each(['gif', 'webp'] as const)('tells that a %s is animated', async (format) => {
    expect(sniffImage(await animation(format))).toEqual({
      type: `image/${format}`,
      width: 40,
      height: 30,
      animated: true,
    });
  });

  // H10
  it('tells the size of a bomb without decoding it', () => {
    expect(sniffImage(pngHeader(20_000, 20_000))).toMatchObject({ width: 20_000, height: 20_000 });
  });

  it.each([
    [
      'its width and height',
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30.4px">',
      40,
      30,
    ],
    ['centimetres', `<svg width='2.54cm' height='1in'/>`, 96, 96],
    ['its viewBox', '<svg width="100%" viewBox="0 0 24,12">', 24, 12],
    ['its width and viewBox', '<svg width="48" viewBox="0 0 24 12">', 48, 24],
    ['what browsers take', '<svg>', 300, 150],
    [
      'the root after a prologue',
      '\ufeff<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg a=">" width="9" height="8">',
      9,
      8,
    ],
  ])('takes for the size of an SVG %s', (_, svg, width, height) => {
    expect(sniffImage(text(svg))).toEqual({ type: 'image/svg+xml', width, height });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['HTML', text('<!DOCTYPE html><html><svg width="9" height="9"></svg></html>')],
    ['JSON', text('{"svg": 1}')],
    ['a PDF', text('%PDF-1.7')],
    ['a tag that begins like svg', text('<svgx width="9" height="9">')],
    ['an MP4', text('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom')],
    ['a picture without pixels', pngHeader(0, 20)],
    ['a BMP in name only', text(`BM${' '.repeat(60)}`)],
  ])('gives null for %s', (_, bytes) => {
    expect(sniffImage(bytes)).toBeNull();
  });

  it.each(Object.entries(samples))('is safe at every cut of a %s', (_, bytes) => {
    const cuts = Array.from({ length: Math.min(bytes.length, 1_000) }, (_unused, length) =>
      sniffImage(bytes.subarray(0, length)),
    );

    const sizes = cuts.flatMap((found) => (found ? `${found.width} × ${found.height}` : []));
    expect(new Set(sizes)).toEqual(new Set(['321 × 123']));
  });

  it.each(Object.entries(samples))('is safe with any byte of a %s changed', (_, bytes) => {
    for (let offset = 0; offset < Math.min(bytes.length, 500); offset += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const mutant = Uint8Array.from(bytes);
        mutant[offset] = value;
        const found = sniffImage(mutant);
        expect(found === null || (found.width > 0 && found.height > 0)).toBe(true);
      }
    }
  });

  it.each([
    [
      'JPEG segments',
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        Buffer.alloc(8_000_000, Buffer.from([0xff, 0xe0, 0, 2])),
      ]),
    ],
    ['JPEG fill bytes', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(8_000_000, 0xff)])],
    [
      'GIF blocks',
      Buffer.concat([
        samples.gif.subarray(0, 13),
        Buffer.alloc(8_000_000, Buffer.from([0x21, 0xf9, 0])),
      ]),
    ],
    ['PNG chunks', Buffer.concat([pngHeader(9, 9), Buffer.alloc(8_000_000)])],
    [
      'AVIF boxes',
      Buffer.concat([
        samples.avif.subarray(0, 32),
        Buffer.alloc(8_000_000, Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65])),
      ]),
    ],
    ['SVG attributes', text(`<svg ${'a="'.repeat(2_000_000)}`)],
    ['SVG comments', text(`${'<!---->'.repeat(1_000_000)}<svg>`)],
    // What is quadratic in millions outlasts the time of a test.
  ])('comes to the end of millions of %s', (_, bytes) => {
    expect([undefined, 9, 321]).toContain(sniffImage(bytes)?.width); // nothing, or what its header says
  });
});
