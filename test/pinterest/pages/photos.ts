import { randomBytes } from 'node:crypto';

import type { Context, Hono } from 'hono';
import sharp, { type Sharp } from 'sharp';

import { photoFile } from '../images.ts';
import { photos, type Photo } from '../photographs.ts';
import type { HonoEnv } from '../world.ts';

const types = {
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
  gif: 'image/gif',
} as const;

type Extension = keyof typeof types;

const encoders: Record<Extension, (image: Sharp) => Sharp> = {
  jpg: (image) => image.jpeg({ quality: 82 }),
  webp: (image) => image.webp({ quality: 80, effort: 2 }),
  avif: (image) => image.avif({ quality: 55, effort: 1 }),
  png: (image) => image.png({ compressionLevel: 6 }),
  gif: (image) => image.gif({ effort: 1 }),
};

const made = new Map<string, Promise<Buffer>>();

/** Makes something once, however many pages ask for it. */
function once(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = made.get(name);
  if (known) return known;
  const making = make();
  made.set(name, making);
  return making;
}

/**
 * Gives a photograph so many pixels wide, in a format; `square` cuts out its middle.
 * Widths beyond the photograph's own are scaled up, so that pages can offer the sizes that real ones do.
 */
export function photoBytes(
  photo: Photo,
  width: number,
  extension: Extension,
  square = false,
): Promise<Buffer> {
  return once(`${photo} ${width} ${extension} ${square}`, () => {
    const image = sharp(photoFile(photo)).resize(width, square ? width : null, { fit: 'cover' });
    return encoders[extension](image).toBuffer();
  });
}

function frame(photo: Photo, width: number, light: number): Promise<Buffer> {
  return sharp(photoFile(photo)).resize(width).modulate({ brightness: light }).png().toBuffer();
}

/** Gives a GIF of three frames that light up a photograph. */
export function blinkingGif(photo: Photo, width: number): Promise<Buffer> {
  return once(`${photo} ${width} blinking`, async () => {
    const frames = await Promise.all([0.7, 1, 1.25].map((light) => frame(photo, width, light)));
    return sharp(frames, { join: { animated: true } })
      .gif({ delay: [400, 400, 400], loop: 0 })
      .toBuffer();
  });
}

/** Gives a PNG of noise, which is more than 20 MB because noise does not compress. */
export function hugePng(): Promise<Buffer> {
  return once('huge', () => {
    const side = 2700;
    const raw = { width: side, height: side, channels: 3 } as const;
    return sharp(randomBytes(side * side * 3), { raw })
      .png({ compressionLevel: 0 })
      .toBuffer();
  });
}

/** Adds the photographs to a host: `/photos/black-canyon-800.webp`, `/photos/black-canyon-square-300.jpg`. */
export function servePhotos(
  app: Hono<HonoEnv>,
  prefix = '/photos',
  headers: Record<string, string> = {},
): void {
  app.get(`${prefix}/:file`, async (context) => {
    const pattern = /^([a-z-]+?)(-square)?-(\d+)\.(jpg|webp|avif|png|gif)$/;
    const [, photo = '', square, width, extension = ''] =
      pattern.exec(context.req.param('file')) ?? [];
    if (!(photo in photos) || !(extension in types) || Number(width) > 3000)
      return context.notFound();
    const bytes = await photoBytes(
      photo as Photo,
      Number(width),
      extension as Extension,
      square !== undefined,
    );
    return sendBytes(context, bytes, types[extension as Extension], headers);
  });
}

/** Answers with bytes that a browser may keep for a while. */
export function sendBytes(
  context: Context<HonoEnv>,
  bytes: Buffer,
  type: string,
  headers: Record<string, string> = {},
) {
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'cache-control': 'max-age=600',
    ...headers,
  });
}

/** Writes a `srcset` with widths. */
export function widths(
  photo: Photo,
  extension: Extension,
  all: readonly number[],
  host = '',
): string {
  return all.map((width) => `${host}/photos/${photo}-${width}.${extension} ${width}w`).join(', ');
}
