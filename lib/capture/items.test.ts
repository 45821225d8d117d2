// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { readItems } from './items';
import type { Item } from './items';
import { capture, page } from './testing';

const script = (json: string) => `<script type="application/ld+json">${json}</script>`;

const priceOf = (html: string) => capture(html).page.product?.price ?? null;

/** Reads all at once, without the pauses. */
function read(document: Document): Item[] {
  const steps = readItems(document);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('JSON-LD', () => {
  it.each([
    ['a comment of HTML around', '<!-- {"@type":"Recipe","name":"Bread"} -->'],
    ['a CDATA section around', '<![CDATA[{"@type":"Recipe","name":"Bread"}]]>'],
    [
      'a CDATA section in comments around',
      '/* <![CDATA[ */{"@type":"Recipe","name":"Bread"}/* ]]> */',
    ],
    ['the end of a statement', '{"@type":"Recipe","name":"Bread"};'],
    ['a comment on a line of its own', '// our bread\n{"@type":"Recipe",\n"name":"Bread"}'],
    ['commas too many', '{"@type":["Recipe",],"name":"Bread",}'],
    ['what JSON need not escape', String.raw`{"@type":"Recipe","name":"Bread","by":"It\'s me"}`],
    ['line breaks in texts', '{"@type":"Recipe","name":"Bread","by":"A\n\tB"}'],
    [
      'entities for its quotes',
      '{&quot;@type&quot;:&quot;Recipe&quot;,&quot;name&quot;:&quot;Bread&quot;}',
    ],
  ])('is read with %s', (_, json) => {
    expect(read(page(script(json)))).toMatchObject([{ name: 'Bread' }]);
  });

  it('keeps what only looks like a mistake', () => {
    const text = String.raw`{"@type":"Recipe","name":"a,} \" // b /* c */ &quot;","url":"https://a.test/"}`;
    expect(read(page(script(text)))).toMatchObject([{ name: 'a,} " // b /* c */ &quot;' }]);
  });

  it('is about the page, and not about what the page belongs to or what is like it', () => {
    const article =
      '{"@type":"NewsArticle","headline":"Tea","isPartOf":{"@type":["CreativeWork","Product"],"name":"The Post"}}';
    const product =
      '{"@type":"Product","name":"Pot","offers":{"price":5},"isRelatedTo":{"@type":"Product","name":"Cup"}}';
    expect(capture(`<title>Tea time</title>${script(article)}`).page.title).toBe('Tea time');
    expect(read(page(script(product)))).toHaveLength(1);
  });
});

describe('attributes in the page', () => {
  it('are read as microdata', () => {
    const html = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Pot</h1>
      <div itemprop="offers" itemscope><span itemprop="price" content="1299.00">1.299 €</span></div></div>`;
    expect(priceOf(html)).toBe('1299.00');
    expect(capture(html).page.title).toBe('Pot');
  });

  it('are read as RDFa', () => {
    const html = `<div vocab="https://schema.org/" typeof="schema:Product gr:Some"><h1 property="schema:name">Pot</h1>
      <p property="offers" typeof="Offer"><b property="price">1.299,00 €</b></p></div>`;
    expect(priceOf(html)).toBe('1299.00');
    expect(capture(html).page.title).toBe('Pot');
  });

  it.each([
    ['a text', '<b itemprop="name"> Pot </b>'],
    ['a value', '<data itemprop="name" value="Pot">A pot</data>'],
    ['a content', '<meta itemprop="name" content="Pot">'],
  ])('give %s', (_, html) => {
    const items = read(page(`<div itemscope itemtype="Product">${html}</div>`));
    expect(items).toMatchObject([{ '@type': ['Product'], name: 'Pot' }]);
  });

  it('give the address of an image that is not loaded yet', () => {
    const image = '<img itemprop="image" src="data:," data-src="pot.jpg">';
    const [item] = read(page(`<div itemscope itemtype="Product">${image}</div>`));
    expect(item).toMatchObject({ image: 'pot.jpg' });
  });

  it('are no thing of their own outside of one, and none is a part of itself', () => {
    expect(read(page('<b itemprop="name">Pot</b><i property="name">Pot</i>'))).toEqual([]);
    const [item] = read(page('<div itemscope itemtype="Product" itemprop="name">Pot</div>'));
    expect(item).toEqual({ '@type': ['Product'] });
  });
});

describe('the price', () => {
  it.each([
    [
      'of a variant',
      '{"@type":"ProductGroup","hasVariant":[{"@type":"Product","offers":{"@type":"Offer","price":"9.50"}}]}',
      '9.50',
    ],
    [
      'that is asked now',
      '{"@type":"Product","offers":{"priceSpecification":[{"price":"12","priceType":"https://schema.org/ListPrice"},{"price":"9"}]}}',
      '9',
    ],
    [
      'of the cheapest offer',
      '{"@type":"Product","offers":{"@type":"AggregateOffer","lowPrice":"5.29","highPrice":"9.56"}}',
      '5.29',
    ],
  ])('is the one %s', (_, json, expected) => {
    expect(priceOf(script(json))).toBe(expected);
  });

  it('is what a card says with a currency, and no time that a page takes to read', () => {
    const card = (text: string) => `<meta name="twitter:data1" content="${text}">`;
    expect(priceOf(card('$12.50'))).toBe('12.50');
    expect(priceOf(card('EUR 12'))).toBe('12');
    expect(priceOf(card('2 minutes'))).toBeNull();
  });
});
