import { describe, expect, it } from 'vitest';

import type { Capture, PageDetails } from '../capture/types';
import { usualTemplates, type Templates } from './templates';
import { formatMinutes, formatPrice } from './values';
import { wordsFor } from './words';

const page: PageDetails = {
  url: 'https://www.shop.test/tea?utm_source=news',
  link: 'https://shop.test/tea?utm_source=news',
  title: 'Tea',
  description: 'All about tea.',
  siteName: '',
  selection: '',
  product: { price: '48.00', currency: 'EUR', availability: 'in' },
  recipe: null,
  nopin: null,
};
const image = { alt: 'A cup of tea', pinUrl: null, pinDescription: null };
const at = new Date(2026, 5, 4).getTime();

function words(templates: Partial<Templates>, details: Partial<PageDetails> = {}, picture = image) {
  const capture: Capture = { page: { ...page, ...details }, images: [], target: null, readMs: 0 };
  return wordsFor(capture, picture, { ...usualTemplates, ...templates }, at);
}

const facts = '{description}[ · {price}][ · {availability}][ · {yield}][ · {time}]';

describe('the words of a pin', () => {
  it('are the page’s own as long as nobody chose otherwise', () => {
    expect(words({})).toEqual({
      title: 'Tea',
      description: 'All about tea.',
      altText: 'A cup of tea',
      link: 'https://shop.test/tea',
      linkRemoved: ['utm_source'],
      linkAdded: [],
      linkBefore: 'https://shop.test/tea?utm_source=news',
    });
  });

  it('are by the templates of the page’s own site, where it has any', () => {
    const siteWords = {
      'shop.test': { title: '{title}, {price}', description: '' },
      'other.test': { title: 'No', description: 'No' },
    };
    expect(words({ siteWords, description: '{alt}' })).toMatchObject({
      title: 'Tea, €48.00',
      description: 'A cup of tea',
    });
    expect(words({ siteWords }, { url: 'https://notshop.test/' }).title).toBe('Tea');
  });

  it('have what a product costs and what a recipe takes where a template names it', () => {
    expect(words({ description: facts }).description).toBe('All about tea. · €48.00 · in stock');
    const recipe = { yield: '4', minutes: 80 };
    expect(words({ description: facts }, { product: null, recipe }).description).toBe(
      'All about tea. · 4 servings · 1 hr 20 mins',
    );
  });

  it('are the person’s selection where a template names the description', () => {
    expect(words({ description: facts }, { selection: 'Mine' }).description).toMatch(/^Mine · €48/);
  });

  it('name the site by its host where it has no name, and the day', () => {
    expect(words({ title: '{title} – {site}, {date}' }).title).toBe('Tea – shop.test, 4 June 2026');
    expect(words({ title: '{site}' }, { siteName: 'The Shop' }).title).toBe('The Shop');
  });

  it('stay within Pinterest’s limits', () => {
    const long = 'word '.repeat(1000);
    const given = words({}, { title: long, description: long }, { ...image, alt: long });

    expect(given.title.length).toBeLessThanOrEqual(100);
    expect(given.description.length).toBeLessThanOrEqual(800);
    expect(given.altText.length).toBeLessThanOrEqual(500);
  });

  it('link to the person’s own sites with their parameters, and to no other', () => {
    const own = {
      parameters: 'utm_source=pinterest&utm_content={title}',
      sites: { 'shop.test': '' },
    };

    expect(words(own)).toMatchObject({
      link: 'https://shop.test/tea?utm_source=pinterest&utm_content=tea',
      linkRemoved: ['utm_source'],
      linkAdded: ['utm_source', 'utm_content'],
      linkBefore: 'https://shop.test/tea?utm_source=news',
    });
    expect(words(own, { link: 'https://a.test/tea' })).toMatchObject({
      link: 'https://a.test/tea',
      linkAdded: [],
    });
  });
});

describe('prices and times', () => {
  it.each([
    ['48.00', 'EUR', '€48.00'],
    ['1299', 'JPY', 'JP¥1,299'],
    ['48.5', '', '48.50'],
    ['48', '', '48'],
    ['48', 'euro', '48'],
    ['', 'EUR', ''],
    ['cheap', 'EUR', ''],
  ])('%s %s is %s', (price, currency, text) => {
    expect(formatPrice(price, currency)).toBe(text);
  });

  it.each([
    [20, '20 mins'],
    [60, '1 hr'],
    [80, '1 hr 20 mins'],
    [1500, '25 hrs'],
    [4380, '3 days 1 hr'],
    [0, ''],
  ])('%i minutes are %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});
