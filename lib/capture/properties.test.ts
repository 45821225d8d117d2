// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { strings } from '../../test/fixtures/hostile/strings';
import { holds } from '../../test/holds';
import { withoutPrivate } from '../drafts/public-only';
import { usualTemplates } from '../drafts/templates';
import { wordsFor } from '../drafts/words';
import { isPrivate } from '../media/url-policy';
import { captureDocument } from './capture';
import { largerVersions } from './larger';
import { maxDataUrl, maxText, maxUrl } from './limits';
import { parseSrcset } from './srcset';
import { textLimits } from './suggest';
import { cleanText, cutText } from './text';
import type { Capture } from './types';

const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

const text = fc.oneof(
  fc.constantFrom(...strings),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 400 }),
);

const address = fc.oneof(
  text,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,<p>',
    'file:///etc/passwd',
    'http://127.0.0.1/a/b',
    'http://[::1]/a/b',
    'http://router.local/a/b',
    'https://user:pass@a.test/a/b?password=x',
    'https://user:pass@127.0.0.1/',
    '//0x7f.1/a/b',
    'blob:https://a.test/1',
    `data:image/png;base64,${'A'.repeat(3_000)}`,
    'a.jpg',
    '',
    `https://a.test/${'x'.repeat(9_000)}`,
  ),
);

const json = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc
    .record({
      '@type': fc.constantFrom('Recipe', 'Product', 'Article', 'ImageObject', 'WebPage', '', 7),
      name: fc.anything().map((value) => value ?? null),
      image: fc.oneof(address, fc.array(address), fc.record({ url: address, width: text })),
      url: address,
      offers: fc.oneof(text, fc.record({ price: text, priceCurrency: text })),
    })
    .map((thing) =>
      JSON.stringify(thing, (_, value: unknown) => (typeof value === 'bigint' ? 1 : value)),
    ),
  text,
);

interface Part {
  tag: string;
  attributes: Record<string, string>;
}

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    tag: fc.constantFrom(...'img source video div a image amp-img form object'.split(' ')),
    attributes: fc.dictionary(
      fc.constantFrom(
        ...(
          'src srcset href poster data style alt title width height data-src data-srcset data-bg ' +
          'data-bgset data-widths data-zoom-image data-pin-media data-pin-url data-pin-description data-pin-nopin media itemscope itemtype itemprop data-a-dynamic-image type data-pin-id'
        ).split(' '),
      ),
      fc.oneof(address, text),
      { maxKeys: 5 },
    ),
  }),
  fc.record({
    tag: fc.constant('meta'),
    attributes: fc.record({
      property: fc.constantFrom(
        ...(
          'og:title og:url og:image og:image:width og:image:secure_url ' +
          'pin:url pin:media og:description twitter:image product:price:amount'
        ).split(' '),
      ),
      content: fc.oneof(address, text),
    }),
  }),
  fc.record({
    tag: fc.constant('link'),
    attributes: fc.record({
      rel: fc.constantFrom('canonical', 'image_src', 'preload'),
      href: address,
    }),
  }),
  fc.record({
    tag: fc.constant('script'),
    attributes: fc.record({ type: fc.constant('application/ld+json'), text: json }),
  }),
);

/** Puts elements into the page, each now and then into the one before. */
function build(parts: readonly Part[]): void {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
  let around: Element = document.body;
  for (const { tag, attributes } of parts) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'text') element.textContent = value;
      else element.setAttribute(name, value);
    }
    around.append(element);
    around = /^(?:a|div|form|video)$/.test(tag) ? element : document.body;
  }
}

function expectBounded({ page, images }: Capture): void {
  const texts = [page.title, page.description, page.siteName, page.selection];
  for (const each of [...texts, ...images.map(({ alt }) => alt)]) {
    expect(each.length).toBeLessThanOrEqual(maxText);
    expect(each.isWellFormed()).toBe(true);
  }
  for (const { url, versions } of images) {
    expect(url).toMatch(/^(?:https?:|blob:|data:image\/)/i);
    expect(url.length).toBeLessThanOrEqual(url.startsWith('data:') ? maxDataUrl : maxUrl);
    for (const version of versions) expect(version.url).toMatch(/^(?:https?:|blob:|data:image\/)/i);
  }
}

function expectPublicLink(found: Capture): void {
  for (const image of found.images) {
    const { title, description, altText, link } = wordsFor(found, image, usualTemplates, 0);
    expect(title.length).toBeLessThanOrEqual(textLimits.title);
    expect(description.length).toBeLessThanOrEqual(textLimits.description);
    expect(altText.length).toBeLessThanOrEqual(textLimits.altText);
    expect(link.length).toBeLessThanOrEqual(textLimits.link);
    const { protocol, username, password } = new URL(link);
    expect(protocol).toMatch(/^https?:$/);
    expect(isPrivate(link)).toBe(false);
    expect(username + password).toBe('');
  }
}

// H02
it('any page is read: no error, only addresses of pictures, texts with an end, a link of the web', () => {
  expect.hasAssertions();
  happyDOM.setURL('https://a.test/a/b?c=d#e');
  holds(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      build(parts);
      const found = captureDocument(document);
      expectBounded(found);
      expectPublicLink(withoutPrivate(found));
    }),
    { numRuns: 40 },
  );
});

describe('texts', () => {
  it('are cut to the limit, without half characters, and only where they are too long', () => {
    holds(
      fc.property(text.map(cleanText), fc.integer({ min: 1, max: 120 }), (whole, limit) => {
        const cut = cutText(whole, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        if (whole.length <= limit) expect(cut).toBe(whole);
        else {
          expect(cut.endsWith('…')).toBe(true);
          expect(whole.startsWith(cut.slice(0, -1))).toBe(true);
        }
      }),
    );
  });

  it('are cut at the end of a word where words are short', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 5, maxLength: 60 });
    holds(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (list, limit) => {
        const cut = cutText(list.join(' '), limit).replace('…', '');
        expect(cut.split(' ').every((word, at) => word === list[at])).toBe(true);
      }),
    );
  });

  it('keep something of a character that is longer than the limit', () => {
    expect(cutText(`e${'\u0301'.repeat(500)}`, 100)).toMatch(/^e\u0301+…$/);
  });

  it('are clean once they were cleaned', () => {
    holds(
      fc.property(text, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        // oxlint-disable-next-line no-control-regex -- there are to be none
        expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

const base = 'https://a.test/dir/';

it('any set is read, and its addresses can be followed', () => {
  const descriptor = fc.constantFrom('', ' 1x', ' 2x', ' 300w', ' 300w 200h', ' -1x', ' (', ' w');
  const entries = fc
    .array(fc.tuple(address, descriptor, fc.constantFrom(',', ', ', ' ,', ',,')))
    .map((list) => list.flat().join(''));
  holds(
    fc.property(fc.oneof(entries, text), (set) => {
      for (const { url, width, density } of parseSrcset(set, base)) {
        expect(URL.canParse(url)).toBe(true);
        expect((width ?? 1) > 0 && (density ?? 1) >= 0).toBe(true);
      }
    }),
  );
});

it('larger versions of any address can be followed, are others, and never of a signed one', () => {
  const hosts = fc.constantFrom(
    'a.test',
    'i.pinimg.com',
    'miro.medium.com',
    'cdn.shopify.com',
    'upload.wikimedia.org',
  );
  const pieces = fc.array(
    fc.constantFrom(
      '/236x',
      '/max',
      ':fit',
      '/a',
      '-300x200',
      '_small',
      '/thumb',
      '.jpg',
      '?w=3',
      '&h=2',
      '/https://b.test/x',
      '%3a',
    ),
    { maxLength: 12 },
  );
  holds(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.tuple(hosts, pieces).map(([host, list]) => `https://${host}/${list.join('')}`),
      ),
      (url) => {
        for (const larger of largerVersions(url)) {
          expect(larger).toMatch(/^https?:/);
          expect(URL.canParse(larger)).toBe(true);
          expect(larger).not.toBe(url);
        }
        const mark = url.includes('?') ? '&' : '?';
        expect(
          largerVersions(`https://a.test/x.jpg${mark.replace('&', '?')}w=3&X-Amz-Signature=1`),
        ).toEqual([]);
      },
    ),
  );
});
