import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import type { Photo } from '../photographs.ts';
import type { HonoEnv, World } from '../world.ts';
import { blinkingGif, sendBytes, servePhotos, widths } from './photos.ts';
import { essayStyle } from './styles.ts';

const path = '/the-long-way-down/';
const title = 'The long way down';
const summary = 'From the snow to the sea, without an engine: eleven days beside one river.';

/** Gives a photo essay: large pictures with captions, lazy ones, and formats that have to be converted. */
export function essayRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  servePhotos(app);
  app.get('/', (context) => context.redirect(path));
  app.get(path, (context) => context.html(essay(world.origin('essay'))));
  app.get('/files/dawn.gif', async (context) =>
    sendBytes(context, await blinkingGif('french-alpine-landscape', 640), 'image/gif'),
  );
  app.get('/files/route.svg', (context) =>
    context.body(routeSvg, 200, { 'content-type': 'image/svg+xml' }),
  );
  return app;
}

const routeSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" width="900" height="300" font-family="Georgia, serif" font-size="22">
<rect width="900" height="300" fill="#efe9dc"/>
<path d="M40 60 C180 40 200 140 320 130 S470 220 590 190 S760 250 860 235" fill="none" stroke="#3d5c66" stroke-width="5"/>
<g fill="#2b2620"><circle cx="40" cy="60" r="8"/><text x="56" y="48">Snow line</text><circle cx="320" cy="130" r="8"/><text x="300" y="112">Canyon camp</text>
<circle cx="590" cy="190" r="8"/><text x="560" y="172">Last house</text><circle cx="860" cy="235" r="8"/><text x="770" y="270">Harbour</text></g></svg>`;

interface Plate {
  id: string;
  photo: Photo;
  height: number;
  alt: string;
  caption: string;
  source?: string;
}

const plates: readonly Plate[] = [
  {
    id: 'canyon',
    photo: 'black-canyon',
    height: 1172,
    alt: 'A boat drawn up on the stones below dark cliffs',
    caption: 'Day four. The boat came through; the flour did not.',
  },
  {
    id: 'house',
    photo: 'dust-bowl-home',
    height: 1231,
    alt: 'A wooden house alone on a plain',
    caption: 'The last house before the delta. Nobody answered, and the kettle was warm.',
    source: '/photos/dust-bowl-home-1600.webp',
  },
  {
    id: 'harbour',
    photo: 'nagasaki-boats',
    height: 1280,
    alt: 'Boats at low tide before the roofs of a harbour town',
    caption: 'The end of the river. From here on it is all one water.',
    source: '/photos/nagasaki-boats-1600.avif',
  },
];

function essay(origin: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${summary}" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${summary}" />
        <meta property="og:url" content="${origin}${path}" />
        <meta property="og:image" content="${origin}/photos/french-alpine-landscape-1600.jpg" />
        <style>
          ${raw(essayStyle)}
        </style>
      </head>
      <body>
        <header><a href="/">Slow water</a></header>
        <main>
          <h1>${title}</h1>
          <p class="intro">${summary}</p>
          <figure class="first">
            <img
              id="alps"
              src="/photos/french-alpine-landscape-800.jpg"
              srcset="${widths('french-alpine-landscape', 'jpg', [800, 1600, 2400])}"
              sizes="100vw"
              width="1600"
              height="756"
              alt="Firs before a ridge of snow-covered mountains"
            />
            <figcaption>Day one. The river is the sound behind the trees.</figcaption>
          </figure>
          <p>
            We had agreed on three rules: no engine, no road while there is water, and whoever
            complains carries the pot. The snow was late that year. For two days the river was only
            something we heard under the ice.
          </p>
          <figure>
            <img
              id="route"
              src="/files/route.svg"
              width="900"
              height="300"
              loading="lazy"
              alt="The route from the snow line to the harbour"
            />
            <figcaption>Eleven days, drawn from memory.</figcaption>
          </figure>
          <p>
            Below the tree line it came out into the light, grey and in a hurry, and we put the boat
            in.
          </p>
          ${plates.map(plate)}
          <figure>
            <img
              id="dawn"
              src="/files/dawn.gif"
              width="640"
              height="302"
              loading="lazy"
              alt="The ridge as the light comes"
            />
            <figcaption>First light, in three steps.</figcaption>
          </figure>
          <p>Somebody asked later what we had learned. That water knows the way, mostly.</p>
        </main>
        <footer>
          A sample essay for trying Tack. Photographs: CC0, courtesy of the Getty’s Open Content
          Program.
        </footer>
      </body>
    </html>`;
}

function plate({ id, photo, height, alt, caption, source }: Plate) {
  const image = source ?? `/photos/${photo}-1600.jpg`;
  return html`<figure>
    <img id="${id}" src="${image}" width="1600" height="${height}" loading="lazy" alt="${alt}" />
    <figcaption>${caption}</figcaption>
  </figure>`;
}
