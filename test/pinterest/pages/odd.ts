import type { Hono } from 'hono';
import { html, raw } from 'hono/html';

import { photoNames } from '../photographs.ts';
import type { HonoEnv } from '../world.ts';
import { hugePng, sendBytes } from './photos.ts';
import { kitchenStyle } from './styles.ts';

/** Adds the pages that make trouble: one that forbids pinning, one without pictures, broken ones, and very many. */
export function addOddPages(app: Hono<HonoEnv>): void {
  app.get('/nopin', (context) =>
    context.html(
      plain(
        'Family album',
        html`<p>These pictures are private, and this page asks not to be pinned.</p>
          <img
            id="private"
            src="/photos/dust-bowl-home-800.jpg"
            width="800"
            height="616"
            alt="A wooden house under a wide sky"
          />`,
        html`<meta
          name="pinterest"
          content="nopin"
          description="Please ask us before you use our family’s pictures."
        />`,
      ),
    ),
  );
  app.get('/blank', (context) =>
    context.html(plain('A page of words', html`<p>There is no picture on this page.</p>`)),
  );
  app.get('/broken', (context) =>
    context.html(
      plain(
        'Broken pictures',
        html`<p>Missing:</p>
          <img
            id="missing"
            src="/photos/missing.jpg"
            width="320"
            height="200"
            style="border:1px solid"
            alt="A picture that is not there"
          />
          <p>Not a picture:</p>
          <img
            id="fake"
            src="/files/fake.jpg"
            width="320"
            height="200"
            style="border:1px solid"
            alt="A text with the name of a picture"
          />
          <p>Cut off:</p>
          <img
            id="cut"
            src="/files/cut.jpg"
            width="320"
            height="200"
            style="border:1px solid"
            alt="The first half of a picture"
          />
          <p>More than 20 MB:</p>
          <img id="huge" src="/files/huge.png" width="320" height="320" alt="Coloured noise" />
          <p>Tiny:</p>
          <img
            id="tiny"
            src="/photos/black-canyon-square-60.jpg"
            width="200"
            height="200"
            alt="A picture of 60 pixels"
          />
          <p>Whole:</p>
          <img
            src="/photos/french-alpine-landscape-800.jpg"
            width="320"
            alt="A picture that can be pinned"
          />`,
      ),
    ),
  );
  for (const name of ['tea', 'bread'])
    app.get(`/app/${name}`, (context) => context.html(appPage()));
  app.get('/files/fake.jpg', (context) =>
    context.body('This is not a picture.', 200, { 'content-type': 'image/jpeg' }),
  );
  app.get('/files/cut.jpg', async (context) => {
    const reply = await app.request('/photos/black-canyon-800.jpg');
    const bytes = Buffer.from(await reply.arrayBuffer());
    return sendBytes(context, bytes.subarray(0, bytes.length / 2), 'image/jpeg');
  });
  app.get('/files/huge.png', async (context) => sendBytes(context, await hugePng(), 'image/png'));
  app.get('/many', (context) => {
    const count = Math.min(20_000, Number(context.req.query('n') ?? 200));
    return context.html(plain(`${count} pictures`, manyImages(count)));
  });
}

/** An app of one page: it was loaded with tea, and shows bread at another address without having told its head. */
function appPage() {
  return html`<!doctype html>
    <title>Tea</title>
    <link rel="canonical" href="/app/tea" />
    <meta property="og:title" content="Tea for two" />
    <meta property="og:description" content="All that there is to say of tea." />
    <meta property="og:image" content="/photos/allium-oreophilum-800.jpg" />
    <h1>Tea for two</h1>
    <img src="/photos/allium-oreophilum-800.jpg" width="600" alt="Tea" />
    <button
      onclick="history.pushState(null, '', '/app/bread'); document.title = 'Bread at dawn'; document.querySelector('img').src = '/photos/black-canyon-800.jpg'"
    >
      Bread
    </button>`;
}

/** The pictures differ by their query, so that each counts as its own while few are made. */
function manyImages(count: number) {
  const images = Array.from({ length: count }, (_, index) => {
    const photo = photoNames[index % photoNames.length] ?? 'black-canyon';
    return `<img src="/photos/${photo}-square-160.jpg?n=${index}" width="160" height="160" loading="lazy" alt="Picture ${index + 1}">`;
  });
  return html`<div class="many">${raw(images.join('\n'))}</div>`;
}

function plain(
  title: string,
  body: ReturnType<typeof html>,
  extra: ReturnType<typeof html> = html``,
) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${extra}
        <style>
          ${raw(kitchenStyle)}
        </style>
      </head>
      <body>
        <header><a href="/">Linda’s kitchen</a></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}
