// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { captureDocument } from './capture';
import type { PageDetails } from './types';

const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };

function details(head: string): PageDetails {
  happyDOM.setURL('https://example.test/dir/page');
  document.head.innerHTML = `<base href="https://example.test/dir/">${head}`;
  return captureDocument(document).page;
}

describe('the title', () => {
  it.each([
    ['og:title first', '<title>Tea | Site</title><meta property="og:title" content="Tea">', 'Tea'],
    ['the title of the document', '<title> Tea\n time </title>', 'Tea time'],
    ['a key in the wrong attribute and case', '<meta name="OG:Title" content="Tea">', 'Tea'],
    ['no empty one', '<meta property="og:title" content=" "><title>Tea</title>', 'Tea'],
  ])('takes %s', (_, head, expected) => {
    expect(details(head).title).toBe(expected);
  });
});

describe('the link', () => {
  const pin = '<meta property="pin:url" content="/pin">';
  const canonical = '<link rel="canonical" href="/canonical#x">';
  const og = '<meta property="og:url" content="/og">';

  it.each([
    ['pin:url', og + canonical + pin, 'https://example.test/pin'],
    ['canonical', og + canonical, 'https://example.test/canonical'],
    ['og:url', og, 'https://example.test/og'],
    [
      'the next where one is no web address',
      '<link rel="canonical" href="javascript:1">' + og,
      'https://example.test/og',
    ],
  ])('is %s', (_, html, expected) => {
    expect(details(html).link).toBe(expected);
  });

  it.each([
    ['another site', '<link rel="canonical" href="https://other.test/x">'],
    ['the home page', '<link rel="canonical" href="https://example.test/">'],
  ])('is the page’s own where it names %s', (_, html) => {
    expect(details(html).link).toBe('https://example.test/dir/page');
  });

  it('is the new name of a site that moved', () => {
    const html = '<link rel="canonical" href="https://renamed.test/dir/page">';
    expect(details(html).link).toBe('https://renamed.test/dir/page');
  });
});

it('calls no page by the name of its site where it has one of its own', () => {
  const site = '<meta property="og:site_name" content="Tea House">';
  const shared = '<meta property="og:title" content="Tea House">';
  expect(details(`${site}${shared}<title>Green tea</title>`).title).toBe('Green tea');
  expect(details(`${site}${shared}`).title).toBe('Tea House');
});

it('reads description and site name', () => {
  expect(
    details(
      '<meta name="description" content="Plain"><meta property="og:description" content="Open"><meta property="og:site_name" content="Tea House">',
    ),
  ).toMatchObject({ description: 'Open', siteName: 'Tea House' });
});

it.each([
  ['<meta name="pinterest" content="nopin">', { reason: '' }],
  [
    '<meta name="Pinterest" content="NoPin" description="Ask us first.">',
    { reason: 'Ask us first.' },
  ],
  ['<meta name="pinterest-rich-pin" content="false">', null],
  ['<meta name="pinterest" content="pin">', null],
])('reads the wish in %s', (head, expected) => {
  expect(details(head).nopin).toEqual(expected);
});

const script = (json: string) => `<script type="application/ld+json">${json}</script>`;

describe('what the page is about', () => {
  it('gives a recipe its own name and words, and not those made for a search engine', () => {
    const recipe = '{"@type":"Recipe","name":"Bread","description":"Crisp &amp; brown."}';
    const head = `<meta property="og:title" content="BEST Bread | Site">${script(recipe)}`;
    expect(details(head)).toMatchObject({ title: 'Bread', description: 'Crisp & brown.' });
  });

  it('tells what a recipe yields and how long it takes', () => {
    const recipe =
      '{"@graph":[{"@type":["Recipe"],"recipeYield":["4","4 loaves"],"prepTime":"PT20M","cookTime":"PT1H"}]}';
    expect(details(script(recipe)).recipe).toEqual({ yield: '4', minutes: 80 });
  });

  it.each([
    [
      'an offer',
      script(
        '{"@type":"Product","offers":{"price":17.99,"priceCurrency":"USD","availability":"https://schema.org/InStock"}}',
      ),
      { price: '17.99', currency: 'USD', availability: 'in' },
    ],
    [
      'the lowest of several',
      script(
        '{"@type":"Product","offers":{"@type":"AggregateOffer","lowPrice":"5,29","priceCurrency":"GBP"}}',
      ),
      { price: '5.29', currency: 'GBP', availability: null },
    ],
    [
      'a linked offer',
      script(
        '{"@graph":[{"@type":"Product","offers":{"@id":"#o"}},{"@id":"#o","@type":"Offer","price":"1.299,00 €"}]}',
      ),
      { price: '1299.00', currency: '', availability: null },
    ],
    [
      'its metas',
      '<meta property="product:price:amount" content="8.50"><meta property="product:price:currency" content="eur">',
      { price: '8.50', currency: 'EUR', availability: null },
    ],
  ])('tells a price by %s', (_, head, expected) => {
    expect(details(head).product).toEqual(expected);
  });

  it('is not one of a list of products', () => {
    const list = ['A', 'B', 'C', 'D'].map((name) => `{"@type":"Product","name":"${name}"}`);
    const head = `<meta property="og:title" content="Teapots">${script(`[${list.join(',')}]`)}`;
    expect(details(head).title).toBe('Teapots');
  });

  it.each([
    '',
    '{',
    '[1,2',
    '{"@type":{}}',
    '{"@type":"Recipe","name":{"@type":[]}}',
    'null',
    '{"@type":"Product","offers":[[[]]]}',
  ])('is nothing where the data is broken: %s', (json) => {
    expect(details(`<title>Tea</title>${script(json)}`).title).toBe('Tea');
  });

  it('reads data as people write it', () => {
    const json = `<!-- {"@type":"Recipe","name":"Bread\nand salt",} -->`;
    expect(details(script(json)).title).toBe('Bread and salt');
  });
});
