// @vitest-environment node
import { constant, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import {
  addParameters,
  fillBoard,
  parametersOf,
  problemsOfParameters,
  slugOf,
} from './link-parameters';

const values = { title: 'Thé d’été: 3 idées!', date: '2026-06-04', host: 'a.test' };

describe('parameters of the person’s own', () => {
  it.each([
    ['https://a.test/x', 'utm_source=pinterest', 'https://a.test/x?utm_source=pinterest'],
    ['https://a.test/x?id=3&flag', '?utm_source=pin', 'https://a.test/x?id=3&flag&utm_source=pin'],
    ['https://a.test/x?ref=a&id=1&ref=b', 'ref=me', 'https://a.test/x?id=1&ref=me'],
    ['https://a.test/x?q=a%20b+c', 'a=1&b=2', 'https://a.test/x?q=a%20b+c&a=1&b=2'],
    ['https://a.test/x', 'c={title}', 'https://a.test/x?c=the-d-ete-3-idees'],
    ['https://a.test/x', 'c={date}-{host}', 'https://a.test/x?c=2026-06-04-a.test'],
    ['https://a.test/x', 'c={board}', 'https://a.test/x?c={board}'],
    ['https://a.test/x', 'c=a b&d=ü', 'https://a.test/x?c=a%20b&d=%C3%BC'],
  ])('are added to %s by %s', (link, template, url) => {
    expect(addParameters(link, template, values).url).toBe(url);
  });

  it('are named, once each', () => {
    expect(addParameters('https://a.test/', 'a=1&b={board}&a=2', values).added).toEqual(['a', 'b']);
  });

  it.each([
    ['https://a.test/x?b=1', ''],
    ['https://a.test/x?b=1', 'b'],
    ['https://a.test/x?b=1', 'c={title}'],
    [`https://a.test/${'x'.repeat(2030)}`, 'utm_source=pinterest'],
    ['nonsense', 'a=1'],
    ['', 'a=1'],
  ])('leave %s as it is where there is nothing to add or no room: %s', (link, template) => {
    expect(addParameters(link, template, {})).toEqual({ url: link, added: [] });
  });

  it('never make a link that Pinterest does not take', () => {
    const texts = [string(), oneof(string(), constant('🌿'.repeat(40)))] as const;
    holds(
      property(...texts, integer({ min: 0, max: 2100 }), (template, title, length) => {
        const link = `https://a.test/${'x'.repeat(length)}?a=0`;
        const { url, added } = addParameters(link, `a=${template}`, { title });
        expect(URL.canParse(url)).toBe(true);
        expect(url.length).toBeLessThanOrEqual(Math.max(2048, link.length));
        expect(url === link || added.length > 0).toBe(true);
      }),
    );
  });
});

describe('the board in a link', () => {
  it('is its name, as soon as the pin is sent', () => {
    const link = 'https://a.test/x?utm_campaign={board}&b=2';

    expect(fillBoard(link, ['utm_campaign'], 'Kitchen & Garden')).toBe(
      'https://a.test/x?utm_campaign=kitchen-garden&b=2',
    );
    expect(fillBoard(link, ['utm_campaign'], '日本の庭')).toBe(
      `https://a.test/x?utm_campaign=${encodeURIComponent('日本の庭')}&b=2`,
    );
    expect(fillBoard(link, ['utm_campaign'], '!!!')).toBe('https://a.test/x?b=2');
  });

  it('is left out where the link would become too long', () => {
    const link = `https://a.test/${'x'.repeat(2000)}?b=1&utm_campaign={board}`;

    expect(fillBoard(link, ['utm_campaign'], 'kitchen '.repeat(10))).not.toContain('utm_campaign');
  });

  it('is not put into what a page has in its own address', () => {
    const link = 'https://a.test/{board}?b={board}';

    expect(fillBoard(link, undefined, 'Kitchen')).toBe(link);
    expect(fillBoard(link, ['c'], 'Kitchen')).toBe('https://a.test/%7Bboard%7D?b={board}');
  });
});

describe('a slug', () => {
  it.each([
    ['Weeknight dinners', 'weeknight-dinners'],
    ['  Été / Hiver  ', 'ete-hiver'],
    ['हिन्दी रसोई', 'हिन्दी-रसोई'],
    ['한국 음식', '한국-음식'],
    ['🌿', ''],
    ['word '.repeat(30), 'word-word-word-word-word-word-word-word-word-word-word-word'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('of “%s” is %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

describe('which sites have them', () => {
  const own = { parameters: 'a=1', sites: { 'shop.test': '', 'blog.shop.test': 'b=2' } };

  it.each([
    ['https://shop.test/x', 'a=1'],
    ['https://www.shop.test/x', 'a=1'],
    ['https://blog.shop.test/x', 'b=2'],
    ['https://myshop.test/x', null],
    ['https://shop.test.example/x', null],
    ['nonsense', null],
  ])('%s: %s', (link, template) => {
    expect(parametersOf(link, own)).toBe(template);
  });
});

describe('what is wrong with parameters', () => {
  it.each([
    ['utm_source=pinterest&utm_campaign={board}', []],
    ['', []],
    ['utm_source', [{ kind: 'pair', text: 'utm_source' }]],
    ['a b=1', [{ kind: 'pair', text: 'a b=1' }]],
    ['a={price}', [{ kind: 'unknown', text: '{price}' }]],
  ])('%s: %j', (template, problems) => {
    expect(problemsOfParameters(template)).toEqual(problems);
  });
});
