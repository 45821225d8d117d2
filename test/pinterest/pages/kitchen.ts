import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import type { HonoEnv, World } from '../world.ts';
import { servePhotos, widths } from './photos.ts';
import { kitchenStyle } from './styles.ts';

const path = '/recipes/flowering-onion-cheese/';
const title = 'Warm sheep’s cheese with flowering onion';
const summary =
  'Soft cheese, a hot pan, and the flowers of an onion that most people throw away. Ready in 20 minutes.';

/** Gives a recipe site: structured data, Open Graph, `srcset`, `picture` with AVIF and WebP, and a canonical link. */
export function kitchenRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  servePhotos(app);
  app.get('/', (context) => context.redirect(path));
  app.get(path, (context) => context.html(recipe(world.origin('kitchen'))));
  return app;
}

function structuredData(origin: string): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    name: title,
    description: summary,
    author: { '@type': 'Person', name: 'Linda Varga' },
    datePublished: '2026-06-04',
    prepTime: 'PT10M',
    cookTime: 'PT10M',
    recipeYield: '4 servings',
    image: [
      `${origin}/photos/allium-oreophilum-1600.jpg`,
      `${origin}/photos/allium-oreophilum-square-1200.jpg`,
    ],
    recipeIngredient: [
      '250 g soft sheep’s cheese',
      '6 flowering onions',
      '2 tbsp olive oil',
      '1 tsp honey',
      'black pepper',
    ],
  });
}

function head(origin: string) {
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} | Linda’s kitchen</title>
    <link rel="canonical" href="${origin}${path}" />
    <meta name="description" content="${summary}" />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="Linda’s kitchen" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${summary}" />
    <meta property="og:url" content="${origin}${path}" />
    <meta property="og:image" content="${origin}/photos/allium-oreophilum-1600.jpg" />
    <meta property="og:image:width" content="1600" />
    <script type="application/ld+json">
      ${raw(structuredData(origin).replaceAll('<', '\\u003c'))}
    </script>
    <style>
      ${raw(kitchenStyle)}
    </style>`;
}

function recipe(origin: string) {
  const sizes = '(max-width: 760px) 100vw, 520px';
  return html`<!doctype html>
    <html lang="en">
      <head>
        ${head(origin)}
      </head>
      <body>
        <header>
          <a href="/">Linda’s kitchen</a>
          <nav>
            <a href="${path}">Recipes</a> <a href="#garden">Garden</a> <a href="#about">About</a>
          </nav>
        </header>
        <main>
          <article>
            <div class="lead">
              <div>
                <p class="kind">Cheese · 20 minutes</p>
                <h1>${title}</h1>
                <p class="intro">${summary}</p>
                <p class="by">By Linda Varga · 4 June 2026 · serves 4</p>
              </div>
              <picture>
                <source
                  type="image/avif"
                  srcset="${widths('allium-oreophilum', 'avif', [520, 1040])}"
                  sizes="${sizes}"
                />
                <source
                  type="image/webp"
                  srcset="${widths('allium-oreophilum', 'webp', [520, 1040])}"
                  sizes="${sizes}"
                />
                <img
                  id="hero"
                  src="/photos/allium-oreophilum-520.jpg"
                  srcset="${widths('allium-oreophilum', 'jpg', [520, 1040, 1600])}"
                  sizes="${sizes}"
                  width="520"
                  height="660"
                  alt="A flowering onion, its buds still closed, before a pale wall"
                />
              </picture>
            </div>
            <div class="columns">
              <section>
                <h2>You need</h2>
                <ul>
                  <li>250 g soft sheep’s cheese</li>
                  <li>6 flowering onions</li>
                  <li>2 tbsp olive oil</li>
                  <li>1 tsp honey</li>
                  <li>black pepper, good bread</li>
                </ul>
              </section>
              <section>
                <h2>Do this</h2>
                <ol>
                  <li>Cut the flowers off with a finger’s length of stem. Keep a few whole.</li>
                  <li>
                    Warm the oil, put the stems in, and turn them for five minutes until they are
                    soft and brown at the edges.
                  </li>
                  <li>
                    Slice the cheese as thick as your thumb. One minute on each side, no more.
                  </li>
                  <li>Honey, pepper, the raw flowers on top. Eat at once, from the pan.</li>
                </ol>
              </section>
            </div>
            <figure class="wide">
              <img
                id="flock"
                src="/photos/march-pastoral-1000.jpg"
                srcset="${widths('march-pastoral', 'jpg', [500, 1000])}"
                sizes="(max-width: 1000px) 100vw, 1000px"
                width="1000"
                height="486"
                loading="lazy"
                alt="Ewes with their lambs grazing on a rough field"
                data-pin-description="Where the cheese comes from: ewes and lambs in March"
              />
              <figcaption>
                The flock above the village, the week before the milk comes in.
              </figcaption>
            </figure>
            <h2 id="garden">In front of the window</h2>
            <p>
              Flowering onions want sun and poor soil. Plant the bulbs in October, three fingers
              deep, and forget about them. The thorny neighbour is acanthus, which nobody eats, but
              which holds up the peas.
            </p>
            <div class="pair">
              <img
                id="thorny"
                src="/photos/acanthus-mollis-480.webp"
                width="480"
                height="622"
                loading="lazy"
                alt="A stem of acanthus with its thorny leaves"
              />
              <img
                id="bud"
                src="/photos/allium-oreophilum-square-600.jpg"
                width="600"
                height="600"
                loading="lazy"
                alt="The buds of the onion, close up"
                data-pin-nopin="true"
              />
            </div>
            <p id="about" class="by">
              Photographs: CC0, courtesy of the Getty’s Open Content Program. This site is a sample
              for trying Tack.
            </p>
          </article>
        </main>
      </body>
    </html>`;
}
