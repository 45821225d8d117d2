// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { capture, urls } from './testing';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

const pixel = 'src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEK"';
const script = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

type Row = readonly [maker: string, html: string, expected: readonly string[]];

/** Small pages of the kinds that libraries, shop systems and plugins make. What is expected is in the order of the list. */
describe('pages as they are made by', () => {
  const lazy = (name: string): Row => [name, `<img ${pixel} ${name}="/a/b.jpg">`, ['/a/b.jpg']];
  const lazySet = (name: string): Row => [
    name,
    `<img ${pixel} ${name}="/s.jpg 400w, /l.jpg 1600w">`,
    ['/l.jpg'],
  ];

  const rows: readonly Row[] = [
    ...['data-actualsrc', 'data-ezsrc', 'data-opt-src', 'data-pagespeed-lazy-src'].map(lazy),
    ...['data-splide-lazy', 'lazy-src', 'data-real-src', '_src', 'file', 'data-desktop'].map(lazy),
    ...['data-ezsrcset', 'data-opt-srcset', 'data-src-set', 'data-imgset'].map(lazySet),
    [
      'a theme with a second picture on hover',
      '<img src="/front.jpg" data-hover-src="/rear.jpg" data-alt-image="/side.jpg" data-error-image="/oops.jpg">',
      ['/front.jpg'],
    ],
    [
      'a page that keeps something else beside a picture',
      '<img src="/cup.jpg" data-author-url="/u/ann.jpg" data-url="/page/1" data-cup="/tea.jpg">',
      ['/cup.jpg'],
    ],
    [
      'PrestaShop',
      '<img src="/43-home_default/vase.jpg" data-image-large-src="/43-large_default/vase.jpg" natural="100x100">',
      ['/43-large_default/vase.jpg'],
    ],
    [
      'Etsy, before its carousel was used',
      '<img src="" data-src-zoom-image="/il_fullxfull.2_b.jpg" data-src-delay="/il_794xN.2_b.jpg">',
      ['/il_fullxfull.2_b.jpg'],
    ],
    [
      'BigCommerce',
      `<a href="/500x659/lamp2.jpg" data-image-gallery-zoom-image-url="/1280x1280/lamp2.jpg">
        <img src="/50x50/lamp2.jpg" natural="50x50"></a>`,
      ['/1280x1280/lamp2.jpg'],
    ],
    [
      'lightGallery',
      '<a data-src="/one-full.jpg"><img src="/one-thumb.jpg" natural="200x150"></a><div data-src="/two.jpg"></div>',
      ['/one-full.jpg', '/two.jpg'],
    ],
    [
      'Fotorama',
      '<a href="/1.jpg" data-full="/1-big.jpg"><img src="/1_thumb.jpg" natural="144x96"></a>',
      ['/1-big.jpg'],
    ],
    [
      'Fancybox with thumbnails that are backgrounds',
      '<a href="/full.jpg"><span style="background-image:url(/thumb.jpg)"></span></a>',
      ['/full.jpg'],
    ],
    [
      'a page that hides a picture behind an empty one',
      `<img ${pixel} style="background-image:url(/behind.jpg)">`,
      ['/behind.jpg'],
    ],
    ['a search form', '<form style="background-image:url(/hero.jpg)"></form>', ['/hero.jpg']],
    ['a component', '<model-viewer poster="/chair.jpg"></model-viewer>', ['/chair.jpg']],
    [
      'AMP',
      '<amp-img src="/a-800.jpg" srcset="/a-1600.jpg 1600w"></amp-img><amp-video poster="/p.jpg"></amp-video>',
      ['/a-1600.jpg', '/p.jpg'],
    ],
    [
      'Magento',
      `<meta property="og:image" content="/cache/e4d64343b1bc593f1c5348fe05efa4a6/c/o/coat.jpg">
        <img src="/cache/207e23213cf636ccdef205098cf3c8a3/c/o/coat.jpg">`,
      ['/cache/e4d64343b1bc593f1c5348fe05efa4a6/c/o/coat.jpg'],
    ],
    [
      'a museum with IIIF',
      `<meta property="og:image" content="/v-9/full/843,/0/default.jpg"><img src="/v-9/full/400,/0/default.jpg">`,
      ['/v-9/full/843,/0/default.jpg'],
    ],
    [
      'pictures that are told by their ids, in whatever spelling',
      script({
        '@graph': [
          { '@type': 'Product', image: [{ '@id': '#1' }, { '@id': '#2' }, { '@id': '#3' }] },
          { '@type': 'ImageObject', '@id': '#1', contentURL: '/one.jpg' },
          { '@type': 'ImageObject', '@id': '#2', url: { '@id': '/two.jpg' } },
          { '@type': 'ImageObject', '@id': '#3', url: ['/three.jpg'] },
        ],
      }),
      ['/one.jpg', '/two.jpg', '/three.jpg'],
    ],
  ];

  it.each(rows)('%s', (_, html, expected) => {
    const found = urls(html).map((url) => url.replace('https://example.test', ''));
    expect(found).toEqual(expected);
  });
});

describe('the price of', () => {
  const offer = (offers: unknown) => script({ '@type': 'Product', name: 'Pot', offers });

  it.each([
    [
      'decimals of a database',
      offer({ price: '1299.000', priceCurrency: 'SEK' }),
      '1299.000',
      'SEK',
    ],
    ['a currency beside its number', offer({ price: 'BRL 1.299,90' }), '1299.90', 'BRL'],
    [
      'one variant of a group',
      '<title>Pot – Shop</title>' +
        script({
          '@type': 'ProductGroup',
          name: 'Pot',
          hasVariant: ['S', 'M', 'L'].map((size) => ({
            '@type': 'Product',
            name: `Pot ${size}`,
            offers: { price: 5, priceCurrency: 'EUR' },
          })),
        }),
      '5',
      'EUR',
    ],
    [
      'the one that the page is called by, among others',
      `<title>Blue pot – Shop</title>${['Red cup', 'Blue pot', 'Tin'].map((name, index) => script({ '@type': 'Product', name, offers: { price: index + 1 } })).join('')}`,
      '2',
      '',
    ],
    [
      'what a product’s page only shows, and not what it was',
      `<meta property="og:type" content="product"><div class="price-box"><del class="price">€ 59,00</del>
        <span class="price">EUR 49,00</span></div>`,
      '49.00',
      'EUR',
    ],
    [
      'what a product’s page shows with its cents raised, and in words for a reader',
      '<meta property="og:type" content="product"><b class="price">$34<sup>99</sup></b><b class="price-save">Save $10</b><i class="a-offscreen">$34.99</i>',
      '34.99',
      '',
    ],
  ])('%s', (_, html, price, currency) => {
    expect(capture(html).page.product).toMatchObject({ price, currency });
  });

  it.each([
    [
      'a list of other pages’ things',
      script({
        '@type': 'ItemList',
        itemListElement: [1, 2, 3].map((price) => ({
          '@type': 'ListItem',
          item: { '@type': 'Product', name: `Cup ${price}`, offers: { price } },
        })),
      }),
    ],
    ['an article with a price in it', '<p class="price">$5</p>'],
  ])('nothing is read from %s', (_, html) => {
    expect(capture(html).page.product).toBeNull();
  });
});

describe('texts', () => {
  it('that a template escaped twice are told as they were meant', () => {
    const { page, images } = capture(
      `<title>Mom&amp;#8217;s Pie &amp;amp; &amp;lt;b&amp;gt;</title><meta name="description" content="It&amp;#39;s &lt;b&gt;">
        <img src="a.jpg" alt="Mom&amp;#8217;s">`,
    );
    expect(page).toMatchObject({ title: 'Mom’s Pie & &lt;b&gt;', description: "It's <b>" });
    expect(images).toMatchObject([{ alt: 'Mom’s' }]);
  });

  it('that say how long it takes may begin with years', () => {
    const recipe = { '@type': 'Recipe', totalTime: 'P0Y0M0DT3H5M0.000S' };
    expect(capture(script(recipe)).page.recipe?.minutes).toBe(185);
  });
});
