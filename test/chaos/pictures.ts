import { createHash } from 'node:crypto';

import sharp from 'sharp';

import { between } from '../pinterest/random.ts';

/** A picture that no other job has. */
export interface ChaosPicture {
  bytes: Buffer;
  /** As an address, which is how a view hands over a picture of the person's own. */
  url: string;
  sha256: string;
  width: number;
  height: number;
}

/** Makes a small JPEG of one colour, with a number's worth of noise in it. */
export async function makePicture(key: string): Promise<ChaosPicture> {
  const [width, height] = [200, 300];
  const channels = 3;
  const pixels = Buffer.alloc(width * height * channels);
  for (let index = 0; index < pixels.length; index += 997) {
    pixels[index] = between(`${key} ${index}`, 0, 255);
  }
  const bytes = await sharp(pixels, { raw: { width, height, channels } }).jpeg().toBuffer();
  return {
    bytes,
    url: `data:image/jpeg;base64,${bytes.toString('base64')}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width,
    height,
  };
}
