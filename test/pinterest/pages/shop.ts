import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import type { HonoEnv, World } from '../world.ts';
import { servePhotos } from './photos.ts';
import { shopStyle } from './styles.ts';

const path = '/prints/acanthus';
const title = 'Acanthus: a botanical print';
const summary =
  'A thorny stem, twelve times its size. Pigment print on cotton paper, 40 × 50 cm, made to order in four days.';

/** Gives a shop: a product with offers, a gallery under a zoom layer, lazy pictures, CSS backgrounds, another host. */
export function shopRoutes(world: World): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  servePhotos(app);
  app.get('/', (context) => context.redirect(path));
  app.get(path, (context) => context.html(product(world.origin('shop'), world.origin('cdn'))));
  return app;
}

/** Gives the shop's second host for pictures: `/open/` allows reading by other pages, `/closed/` does not. */
export function cdnRoutes(): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  servePhotos(app, '/open', { 'access-control-allow-origin': '*' });
  servePhotos(app, '/closed');
  return app;
}

function structuredData(shop: string, cdn: string): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Acanthus',
    sku: 'PRINT-0112',
    description: summary,
    brand: { '@type': 'Brand', name: 'Stem & Leaf' },
    image: [`${cdn}/closed/acanthus-mollis-1200.jpg`, `${shop}/photos/allium-oreophilum-1000.jpg`],
    offers: {
      '@type': 'Offer',
      price: '48.00',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      url: `${shop}${path}`,
    },
  });
}

const lazyScript = `
const watch = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || !target.dataset.src) continue;
    target.src = target.dataset.src;
    target.classList.add('loaded');
    watch.unobserve(target);
  }
});
for (const image of document.querySelectorAll('img[data-src]')) watch.observe(image);`;

const placeholder =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function product(shop: string, cdn: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Stem &amp; Leaf</title>
        <link rel="canonical" href="${shop}${path}" />
        <meta name="description" content="${summary}" />
        <meta property="og:type" content="product" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${summary}" />
        <meta property="og:site_name" content="Stem &amp; Leaf" />
        <meta property="og:image" content="${cdn}/closed/acanthus-mollis-1200.jpg" />
        <meta property="product:price:amount" content="48.00" />
        <meta property="product:price:currency" content="EUR" />
        <script type="application/ld+json">
          ${raw(structuredData(shop, cdn).replaceAll('<', '\\u003c'))}
        </script>
        <style>
          ${raw(shopStyle)}
        </style>
      </head>
      <body>
        <header>
          <a href="/">Stem &amp; Leaf</a>
          <nav>
            <a href="${path}">Prints</a> <a href="${path}">Frames</a>
            <a href="${path}">Basket (0)</a>
          </nav>
        </header>
        <main>
          <div class="product">
            <div class="gallery">
              <div class="stage">
                <img
                  id="main-picture"
                  src="${cdn}/closed/acanthus-mollis-800.jpg"
                  srcset="
                    ${cdn}/closed/acanthus-mollis-800.jpg  1x,
                    ${cdn}/closed/acanthus-mollis-1600.jpg 2x
                  "
                  width="800"
                  height="1037"
                  alt="Acanthus, a thorny stem with five buds"
                />
                <div class="zoom" aria-hidden="true"></div>
              </div>
              <div class="thumbs">
                <img
                  src="/photos/acanthus-mollis-square-160.jpg"
                  data-zoom-image="${cdn}/closed/acanthus-mollis-1600.jpg"
                  width="80"
                  height="80"
                  alt="The whole print"
                />
                <img
                  src="/photos/allium-oreophilum-square-160.jpg"
                  data-zoom-image="/photos/allium-oreophilum-1600.jpg"
                  width="80"
                  height="80"
                  alt="Its sister print, an onion flower"
                />
                <a href="/photos/nagasaki-boats-1600.jpg"
                  ><img
                    src="/photos/nagasaki-boats-square-160.jpg"
                    width="80"
                    height="80"
                    alt="The harbour print"
                /></a>
              </div>
            </div>
            <div class="facts">
              <p class="kind">Botanical prints</p>
              <h1>Acanthus</h1>
              <p class="price">€48</p>
              <p>${summary}</p>
              <ul>
                <li>Printed on 310 g cotton paper</li>
                <li>Signed and numbered on the back</li>
                <li>Rolled in a tube, flat on request</li>
              </ul>
              <button type="button">Put in basket</button>
              <p class="fine">Four days to make, then two to travel.</p>
            </div>
          </div>
          <section
            id="banner"
            style="background-image: linear-gradient(rgb(0 0 0 / 35%), rgb(0 0 0 / 35%)), url('/photos/french-alpine-landscape-1400.jpg')"
          >
            <h2>Printed with snow water</h2>
            <p>Our workshop is at 1,200 metres.</p>
          </section>
          <h2>Goes well with</h2>
          <ul class="others">
            ${others(cdn)}
          </ul>
        </main>
        <footer>
          A sample shop for trying Tack. Photographs: CC0, courtesy of the Getty’s Open Content
          Program.
        </footer>
        <script>
          ${raw(lazyScript)};
        </script>
      </body>
    </html>`;
}

function others(cdn: string) {
  const items = [
    {
      name: 'Onion flower',
      source: `${cdn}/open/allium-oreophilum-600.jpg`,
      price: '€48',
      width: 600,
      height: 761,
    },
    {
      name: 'Harbour',
      source: `${cdn}/open/nagasaki-boats-600.jpg`,
      price: '€52',
      width: 600,
      height: 480,
    },
    {
      name: 'Prairie',
      source: '/photos/dust-bowl-home-600.jpg',
      price: '€52',
      width: 600,
      height: 462,
    },
    {
      name: 'Canyon',
      source: '/photos/black-canyon-600.webp',
      price: '€56',
      width: 600,
      height: 439,
    },
  ];
  return items.map(
    ({ name, source, price, width, height }) =>
      html`<li>
        <img
          src="${placeholder}"
          data-src="${source}"
          width="${width}"
          height="${height}"
          alt="${name}, print"
        /><strong>${name}</strong> ${price}
      </li>`,
  );
}
