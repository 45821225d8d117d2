// @vitest-environment node
import { constantFrom, property, tuple, uint8Array } from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { crc32 } from './crc32';
import { stripMetadata } from './strip-metadata';

const SECRET = 'Rue du Secret 7';

/** A gradient, so that colours and turns show in its pixels. */
function photo(width = 240, height = 160) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    pixels.set([index % width, Math.floor(index / width), 120], index * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const told = {
  IFD0: { Copyright: SECRET, Make: 'Camera' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' },
};

const bytesOf = (...parts: (Buffer | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

function segment(marker: number, data: string | Buffer): Buffer {
  const body = Buffer.from(data as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function chunk(name: string, data: string | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(body.length - 4, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Puts parts behind the first `at` bytes of a file. */
const withParts = (file: Buffer, at: number, ...parts: Buffer[]) =>
  bytesOf(file.subarray(0, at), ...parts, file.subarray(at));

const scanOf = (jpeg: Uint8Array) => {
  const file = Buffer.from(jpeg);
  return file.subarray(file.indexOf(Buffer.from([0xff, 0xda])));
};

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).rotate().raw().toBuffer();

describe('a JPEG', () => {
  it.each([false, true])(
    'loses who, where and when, and no pixel (progressive: %s)',
    async (progressive) => {
      const made = await photo()
        .withExif(told)
        .withXmp(`<x>${SECRET}</x>`)
        .jpeg({ progressive })
        .toBuffer();
      const loaded = withParts(
        made,
        2,
        segment(0xfe, SECRET),
        segment(0xed, `Photoshop 3.0\0${SECRET}`),
        segment(0xe5, SECRET),
      );

      const { bytes, orientation } = stripMetadata(loaded);

      expect(Buffer.from(loaded).toString('latin1')).toContain(SECRET);
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(SECRET);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, 1]);
      expect(scanOf(bytes).equals(scanOf(made))).toBe(true);
      expect((await pixelsOf(bytes)).equals(await pixelsOf(made))).toBe(true);
    },
  );

  it('keeps its colour profile to the byte', async () => {
    const made = await photo().withIccProfile('p3').withExif(told).jpeg().toBuffer();

    const { icc } = await sharp(stripMetadata(bytesOf(made)).bytes).metadata();

    expect(icc?.equals((await sharp(made).metadata()).icc ?? Buffer.alloc(0))).toBe(true);
  });

  it('keeps how its colours are coded: CMYK stays as it was', async () => {
    const made = await photo().toColourspace('cmyk').withExif(told).jpeg().toBuffer();
    const { bytes } = stripMetadata(
      withParts(made, 2, segment(0xee, `Adobe\0\x64\0\0\0\0\x02${SECRET}`)),
    );

    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    expect(Buffer.from(bytes).toString('latin1')).toContain('Adobe');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(SECRET);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])(
    'that is turned (%i) stays turned, by one entry',
    async (orientation) => {
      const made = await photo()
        .withMetadata({ orientation })
        .withExifMerge(told)
        .jpeg()
        .toBuffer();

      const clean = stripMetadata(bytesOf(made));

      const { exif, ...facts } = await sharp(clean.bytes).metadata();
      expect([clean.orientation, facts.orientation]).toEqual([orientation, orientation]);
      expect(exif?.length).toBe(32);
      expect((await pixelsOf(clean.bytes)).equals(await pixelsOf(made))).toBe(true);
    },
  );

  it('loses what is behind its end: other pictures, films, hidden files', async () => {
    const made = await photo().jpeg().toBuffer();
    const second = await photo(80, 80).withExif(told).jpeg().toBuffer();
    const parts = segment(0xe2, `MPF\0${SECRET}`);

    const { bytes } = stripMetadata(bytesOf(withPartsOf(made, parts), second, Buffer.from(SECRET)));

    expect(Buffer.from(bytes).equals(made)).toBe(true);
  });

  it('loses the thumbnail of its first header', async () => {
    const made = await photo().jpeg().toBuffer();
    const thumbnail = Buffer.concat([
      Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02', 'latin1'),
      Buffer.alloc(12, 9),
    ]);
    const plain = made.subarray(2);

    const { bytes } = stripMetadata(bytesOf([0xff, 0xd8], segment(0xe0, thumbnail), plain));

    expect(bytes.length).toBe(made.length + 18);
    expect((await sharp(bytes).metadata()).width).toBe(240);
  });

  it('that is cut off anywhere is given on as far as it goes', async () => {
    const made = bytesOf(await photo().withExif(told).jpeg().toBuffer());
    for (let length = 3; length < made.length; length += 1) {
      const { bytes } = stripMetadata(made.slice(0, length));
      expect(bytes.length).toBeLessThanOrEqual(length);
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(SECRET);
    }
  });
});

function withPartsOf(file: Buffer, ...parts: Buffer[]): Buffer {
  return Buffer.from(withParts(file, 2, ...parts));
}

describe('a PNG', () => {
  it('loses its texts, its time and its EXIF, and no pixel', async () => {
    const made = await photo().withExif(told).png().toBuffer();
    const loaded = withParts(
      made,
      33,
      chunk('tEXt', `Author\0${SECRET}`),
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${SECRET}`),
      chunk('tIME', '\x07\xe9\x01\x01\0\0\0'),
      chunk('prVt', SECRET),
    );

    const { bytes } = stripMetadata(bytesOf(Buffer.from(loaded), Buffer.from(SECRET)));

    expect(namesOf(bytes).filter((name) => name !== 'pHYs')).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect((await pixelsOf(bytes)).equals(await pixelsOf(made))).toBe(true);
  });

  it('keeps its colour profile, its palette and what is clear', async () => {
    const profiled = await photo().withIccProfile('p3').png().toBuffer();
    const clear = await photo().ensureAlpha(0.5).png({ palette: true }).toBuffer();

    const { icc } = await sharp(stripMetadata(bytesOf(profiled)).bytes).metadata();
    const clean = stripMetadata(bytesOf(clear)).bytes;

    expect(icc?.equals((await sharp(profiled).metadata()).icc ?? Buffer.alloc(0))).toBe(true);
    expect(namesOf(clean)).toEqual(expect.arrayContaining(['PLTE', 'tRNS']));
    expect((await pixelsOf(clean)).equals(await pixelsOf(clear))).toBe(true);
  });

  it('that is turned stays turned, by one entry with a right checksum', async () => {
    const turned = Buffer.from(
      'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
      'latin1',
    );
    const made = await photo().png().toBuffer();

    const clean = stripMetadata(
      withParts(made, 33, chunk('eXIf', Buffer.concat([turned, Buffer.from(SECRET)]))),
    );

    expect(clean.orientation).toBe(6);
    expect(Buffer.from(clean.bytes).includes(chunk('eXIf', turned))).toBe(true);
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toContain(SECRET);
  });

  it('that moves becomes the still that it has', async () => {
    const made = await photo().png().toBuffer();
    const moving = withParts(
      made,
      33,
      chunk('acTL', Buffer.alloc(8, 1)),
      chunk('fcTL', Buffer.alloc(26)),
    );

    const { bytes } = stripMetadata(bytesOf(Buffer.from(moving)));

    expect(Buffer.from(bytes).equals(made)).toBe(true);
  });
});

function namesOf(png: Uint8Array): string[] {
  const file = Buffer.from(png);
  const names: string[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    names.push(file.toString('latin1', at + 4, at + 8));
  }
  return [...new Set(names)];
}

describe('stripMetadata, whatever it is given,', () => {
  const starts = [[], [0xff, 0xd8, 0xff], [...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]];

  it('never throws, gives no more than it got but for the one entry, and does it once', () => {
    const anything = tuple(constantFrom(...starts), uint8Array({ maxLength: 400 }));
    holds(
      property(anything, ([start, rest]) => {
        const bytes = bytesOf(start, Buffer.from(rest));
        const once = stripMetadata(bytes).bytes;
        expect(once.length).toBeLessThanOrEqual(bytes.length + 64);
        expect(stripMetadata(once).bytes).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back what is neither JPEG nor PNG', () => {
    const bytes = bytesOf(Buffer.from('GIF89a'));

    expect(stripMetadata(bytes)).toEqual({ bytes, orientation: 1 });
  });
});
