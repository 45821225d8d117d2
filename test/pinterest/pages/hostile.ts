import { readdir, readFile } from 'node:fs/promises';

import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import { strings } from '../../fixtures/hostile/strings.ts';
import type { HonoEnv } from '../world.ts';
import { photoBytes, sendBytes, servePhotos } from './photos.ts';

const folder = new URL('../../fixtures/hostile/', import.meta.url);

/**
 * Gives pages that try to hurt whoever reads them, one for each way. What is large or without end is made here or by the
 * page itself, and is in no file.
 */
export function hostileRoutes(): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  servePhotos(app);
  app.get('/', async (context) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).toSorted();
    const links = names.map((name) => name.replace('.html', ''));
    return context.html(
      html`<!doctype html>
        <title>Hostile pages</title>
        <ul>
          ${links.map((name) => html`<li><a href="/page/${name}">${name}</a></li>`)}
        </ul>`,
    );
  });
  app.get('/page/:name{[a-z-]+}', async (context) => {
    const file = new URL(`${context.req.param('name')}.html`, folder);
    return context.html(await readFile(file, 'utf8'));
  });
  // Each a picture of its own: one long name with another number behind it would be the same one.
  app.get('/pictures/:name', async (context) =>
    sendBytes(context, await photoBytes('black-canyon', 160, 'jpg', true), 'image/jpeg'),
  );
  app.get('/strings/:at{[0-9]+}', (context) => {
    const at = Number(context.req.param('at'));
    return context.html(textPage(strings[at] ?? '', strings));
  });
  app.get('/files/:name', (context) => {
    const file = files[context.req.param('name')];
    return file ? file() : context.notFound();
  });
  return app;
}

/** Says one text in every way a page has, and all of them as words for pictures. */
function textPage(text: string, all: readonly string[]) {
  const data = JSON.stringify({ '@type': 'ImageObject', name: text, caption: text, url: text });
  const price = JSON.stringify({
    '@type': 'Product',
    offers: { price: text, priceCurrency: text },
  });
  return html`<!doctype html>
    <meta charset="utf-8" />
    <title>${text}</title>
    <meta property="og:title" content="${text}" />
    <meta property="og:description" content="${text} ${text}" />
    <meta property="og:site_name" content="${text}" />
    <meta property="og:url" content="${text}" />
    <link rel="canonical" href="${text}" />
    <script type="application/ld+json">
      ${raw(`[${data},${price}]`.replaceAll('<', '\\u003c'))}
    </script>
    ${all.map(
      (alt, at) =>
        html`<img src="/pictures/p${at}.jpg" width="${300 - at}" height="200" alt="${alt}" />`,
    )}`;
}

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const u32 = (value: number) => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const side = 60_000;
const low = side & 255;
const high = side >> 8;

const pngHead = [
  0x89,
  ...ascii('PNG\r\n\x1a\n'),
  ...u32(13),
  ...ascii('IHDR'),
  ...u32(side),
  ...u32(side),
];

const box = (name: string, content: number[]): number[] => [
  ...u32(content.length + 8),
  ...ascii(name),
  ...content,
];

const avif = [
  ...box('ftyp', [...ascii('avif'), 0, 0, 0, 0, ...ascii('avif')]),
  ...box('meta', [
    0,
    0,
    0,
    0,
    ...box('iprp', box('ipco', box('ispe', [0, 0, 0, 0, ...u32(side), ...u32(side)]))),
  ]),
];

/** Heads of pictures of 60,000 × 60,000 pixels, with nothing behind them. */
const bombs: Readonly<Record<string, number[]>> = {
  png: [...pngHead, 8, 6, 0, 0, 0],
  gif: [...ascii('GIF89a'), low, high, low, high, 0, 0, 0],
  webp: [
    ...ascii('RIFF'),
    30,
    0,
    0,
    0,
    ...ascii('WEBPVP8X'),
    10,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    (side - 1) & 255,
    (side - 1) >> 8,
    0,
    (side - 1) & 255,
    (side - 1) >> 8,
    0,
  ],
  bmp: [
    ...ascii('BM'),
    ...u32(0),
    ...u32(0),
    54,
    0,
    0,
    0,
    40,
    0,
    0,
    0,
    low,
    high,
    0,
    0,
    low,
    high,
    0,
    0,
    1,
    0,
    24,
    0,
  ],
  jpg: [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, high, low, high, low, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  avif,
};

const drawing = `<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="600" height="600" onload="pwned=1">
<script>for (const each of [window, window.parent, window.top]) each.pwned = 1;</script>
<rect width="600" height="600" fill="teal"/><text>&d;</text>
<image xlink:href="/files/beacon.png" width="9" height="9"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.pwned=1"></iframe></foreignObject>
</svg>`;

const answer = (body: BodyInit, type: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'content-type': type, ...headers } });

/** A body that goes on until nobody reads it any more. */
function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(65_536).fill(65);
  return new ReadableStream({
    start: (controller) => controller.enqueue(Uint8Array.from([...pngHead, 8, 2, 0, 0, 0])),
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      controller.enqueue(chunk);
    },
  });
}

const files: Readonly<Record<string, () => Response>> = {
  ...Object.fromEntries(
    Object.entries(bombs).map(([name, bytes]) => [
      `bomb.${name}`,
      () =>
        answer(
          Uint8Array.from([...bytes, ...Array.from({ length: 64 }, () => 0)]),
          `image/${name}`,
        ),
    ]),
  ),
  'endless.png': () => answer(endless(), 'image/png'),
  'gigabyte.png': () => answer(endless(), 'image/png', { 'content-length': '1000000000' }),
  'drawing.svg': () => answer(drawing, 'image/svg+xml'),
  'page.png': () => answer('<!doctype html><script>pwned=1</script>', 'image/png'),
};
