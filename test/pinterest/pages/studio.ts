import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import sharp from 'sharp';

import { photoFile } from '../images.ts';
import type { HonoEnv, World } from '../world.ts';
import { blinkingGif, sendBytes } from './photos.ts';

/** What a camera writes beside a picture; no byte of it may reach Pinterest. */
export const studioSecret = 'Studio Secret 7';

/** The colour of the painted pictures in sRGB; with another profile the numbers in the file are others. */
export const studioColour = { r: 200, g: 80, b: 40 };

const painted = (background = studioColour) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } });

/** The colour of what the vault keeps, and of the drawing. */
export const keptColour = { r: 40, g: 120, b: 200 };

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
export function studioRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.get('/', (context) =>
    context.html(
      '<!doctype html><title>Studio</title><a href="/kept">Pictures that are kept back</a> <a href="/moving">Videos and drawings</a>',
    ),
  );
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
  app.get('/kept', (context) => context.html(keptPage(world.origin('vault'))));
  app.get('/moving', (context) => context.html(movingPage(world.origin('vault'))));
  return app;
}

/** A host whose pictures every page may show and none may read. */
export function vaultRoutes(): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.get('/:file', async (context) => {
    const kept = painted(keptColour).resize(960, 640, { fit: 'fill' });
    return sendBytes(context, await kept.webp({ lossless: true }).toBuffer(), 'image/webp');
  });
  return app;
}

/** A picture that no other site may read, in the middle of a page, and one that is far below. */
function keptPage(vault: string) {
  const { r, g, b } = studioColour;
  return page(
    'Work that its host keeps',
    html`<div style="padding:20px;background:rgb(${r},${g},${b});width:520px">
        <img id="kept" src="${vault}/kept.webp" width="480" height="320" alt="Kept work" />
      </div>
      <div style="height:3000px"></div>
      <img id="below" src="${vault}/below.webp" width="480" height="320" alt="Work below" />`,
  );
}

/** A video that the page makes itself, a drawing, one with a picture of another site in it, an empty one, a small one. */
function movingPage(vault: string) {
  return page(
    'Work that moves',
    html`<video id="video" width="480" height="270" muted></video>
      <canvas id="drawing" width="400" height="300"></canvas>
      <canvas id="tainted" width="320" height="240"></canvas>
      <canvas id="empty" width="300" height="300"></canvas>
      <canvas id="small" width="100" height="100"></canvas>
      <script>
        ${raw(movingScript(vault))};
      </script>`,
  );
}

const movingScript = (vault: string) => `
const paint = (id, colour) => {
  const canvas = document.getElementById(id);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colour;
  context.fillRect(20, 20, canvas.width - 40, canvas.height - 40);
  return context;
};
paint('drawing', 'rgb(40, 120, 200)');
paint('small', 'red');
const other = new Image();
other.src = '${vault}/kept.webp';
other.onload = () => document.getElementById('tainted').getContext('2d').drawImage(other, 0, 0, 320, 240);
const reel = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
const film = reel.getContext('2d');
let step = 0;
setInterval(() => {
  film.fillStyle = 'rgb(200, 80, 40)';
  film.fillRect(0, 0, 640, 360);
  film.fillStyle = '#fff';
  film.fillRect((step += 8) % 640, 0, 20, 20);
}, 40);
const video = document.getElementById('video');
video.srcObject = reel.captureStream();
video.onplaying = () => { document.body.dataset.ready = ''; };
video.play();
`;

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
