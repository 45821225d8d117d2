import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import sharp from 'sharp';

import { photoFile } from '../images.ts';
import type { HonoEnv } from '../world.ts';
import { blinkingGif, sendBytes } from './photos.ts';

/** What a camera writes beside a picture; no byte of it may reach Pinterest. */
export const studioSecret = 'Studio Secret 7';

/** The colour of the painted pictures in sRGB; with another profile the numbers in the file are others. */
export const studioColour = { r: 200, g: 80, b: 40 };

const painted = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: studioColour } });

const told = {
  IFD0: { Artist: studioSecret, Model: studioSecret },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' },
};

/** Pictures by the name of their file; each has something that is easily lost, or easily sent along. */
const pictures: Readonly<Record<string, () => Promise<Buffer>>> = {
  /** As from a phone that was held upright: stored lying, with a place, and something behind its end. */
  'phone.jpg': async () => {
    const photo = sharp(photoFile('french-alpine-landscape')).resize(900, 600, { fit: 'cover' });
    const jpeg = await photo.withMetadata({ orientation: 6 }).withExifMerge(told).jpeg().toBuffer();
    return Buffer.concat([jpeg, Buffer.from(studioSecret)]);
  },
  'text.png': () => painted().withExif(told).png().toBuffer(),
  'p3.jpg': () => painted().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
  'p3.webp': () => painted().withIccProfile('p3').webp({ lossless: true }).toBuffer(),
  'blinking.gif': () => blinkingGif('black-canyon', 640),
};

/** Studio work: pictures in all shapes a browser can show, on pages with one of them each. */
export function studioRoutes(): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.get('/one/:file', (context) => {
    const file = context.req.param('file');
    const image = html`<img id="one" src="/files/${file}" width="480" alt="Work in ${file}" />`;
    return context.html(page(`One picture: ${file}`, image));
  });
  app.get('/files/:file', async (context) => {
    const file = context.req.param('file');
    const make = pictures[file];
    if (!make) return context.notFound();
    const type = file.endsWith('.jpg') ? 'image/jpeg' : `image/${file.split('.').at(-1)}`;
    return sendBytes(context, await make(), type);
  });
  return app;
}

function page(title: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw('body { font: 16px/1.5 sans-serif; margin: 24px; max-width: 900px; }')}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`;
}
