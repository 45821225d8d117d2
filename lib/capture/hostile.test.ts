// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { captureDocument } from './capture';
import { findingOf, sourceOf } from './finding';
import { largerVersions } from './larger';
import { maxVersions } from './limits';
import { scoreOf } from './order';
import { pictureOfLink } from './pointed';
import { backgroundLayers } from './read-background';
import { parseSrcset } from './srcset';
import { capture, page, site } from './testing';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

/** What a browser does with a form's fields: their names hide what the form has of its own. */
function hideBehindFields(form: Element, names: readonly string[]): void {
  for (const name of names) {
    const field = document.createElement('input');
    field.name = name;
    form.append(field);
    Object.defineProperty(form, name, { value: field });
  }
}

const names = ['closest', 'querySelectorAll'];

describe('a form whose fields have the names of methods and properties', () => {
  const html =
    '<form itemscope itemtype="https://schema.org/Recipe"><div itemprop="author" itemscope></div><p itemprop="name">Tea</p><img src="a.jpg" width="300" height="300"></form>';

  // H03
  it('hides neither its data nor its pictures', () => {
    const form = page(html).querySelector('form');
    if (form) hideBehindFields(form, names);

    const { images, page: details } = captureDocument(document);

    expect(details.title).toBe('Tea');
    expect(images.map(({ url }) => url)).toEqual([`${site}a.jpg`]);
  });

  it('does not stop a search by link', () => {
    const card = page(
      '<form class="card"><a href="https://a.test/x">Tea</a><img src="a.jpg"></form>',
    );
    const form = card.querySelector('form');
    if (form) hideBehindFields(form, ['querySelectorAll']);

    expect(pictureOfLink(document, 'https://a.test/x')).toMatch(/\/a\.jpg$/);
  });

  // H03
  it('does not stop the reading of a shadow root', () => {
    const root = page('<div id="host"></div>')
      .querySelector('#host')
      ?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<form></form><img src="a.jpg" width="800" height="600">';
    const form = root?.querySelector('form');
    if (form) hideBehindFields(form, ['localName']);

    expect(captureDocument(document).images).toMatchObject([{ url: `${site}a.jpg` }]);
  });
});

const data = (json: string) => `<script type="application/ld+json">${json}</script>`;
const nested = (open: string, close: string, inner = '1') =>
  `${open.repeat(50_000)}${inner}${close.repeat(50_000)}`;

describe('structured data', () => {
  it.each([
    ['lists in lists', `{"@type":"Recipe","name":"Tea","image":${nested('[', ']')}}`],
    ['names of names', `{"@type":"Recipe","name":["",${nested('{"name":', '}')},"Tea"]}`],
    ['the prototype for a name', '{"@type":"Recipe","name":"Tea","__proto__":{"name":"X"}}'],
  ])('is read with %s', (_, json) => {
    expect(capture(`<title>No</title>${data(json)}`).page.title).toBe('Tea');
  });

  it('is given up where a comment’s end is followed by a desert', () => {
    const desert = `{"@type":"Recipe"-->${' '.repeat(400_000)}x`;
    expect(capture(`<title>Tea</title>${data(desert)}`).page.title).toBe('Tea');
  });

  it('is read once for each of two thousand things', () => {
    const things = Array.from({ length: 2_000 }, (_, at) => `{"@type":"Product","name":"${at}"}`);
    expect(capture(`<title>Tea</title>${data(`[${things.join()}]`)}`).page.title).toBe('Tea');
  });

  // H04
  it('changes no prototype', () => {
    const html =
      '<div itemscope itemtype="Recipe"><i itemprop="__proto__" itemscope itemtype="X"><b itemprop="name">X</b></i><b itemprop="name">Tea</b></div>';

    expect(capture(html).page.title).toBe('Tea');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

// None of these has a time to keep to: with the mistake that each is about, they would not end within the test's own.
describe('a text that was made to be read for ever', () => {
  it('is read: commas behind an address', () => {
    const text = `a${','.repeat(500_000)}b 1x, c.jpg 2x`;
    expect(parseSrcset(text, site).at(-1)?.url).toBe(`${site}c.jpg`);
  });

  it('is read: backgrounds that do not end', () => {
    expect(backgroundLayers(`${'url('.repeat(250_000)}, url(a.jpg)`, site)).toHaveLength(1);
  });

  it('is read: words for sizes of one service', () => {
    const url = `https://miro.medium.com/${'max:fit:a/max/'.repeat(300)}!`;
    expect(largerVersions(url).length).toBeLessThanOrEqual(6);
  });

  it('is read: a table of sizes without end', () => {
    const table = Array.from({ length: 50_000 }, (_, at) => `"https://a.test/${at}":[0,0]`);
    const html = `<img src="a.jpg" data-a-dynamic-image='{${table.join()}}'>`;
    expect(capture(html).images[0]?.versions.length).toBeLessThanOrEqual(maxVersions);
  });
});

it('a picture in two hundred thousand places has a place in the order', () => {
  const source = sourceOf('a.jpg', 'src', { base: site });
  if (!source) throw new Error('No source');
  const finding = { ...findingOf([source]), layoutWidth: 300, layoutHeight: 200 };
  const many = Array.from({ length: 200_000 }, () => finding);

  expect(scoreOf(many, source)).toBe(scoreOf([finding], source));
});

it('a drawing in an address takes no more room in a message than it has characters', () => {
  const drawing = `data:image/svg+xml,<svg>${'茶\u0001'.repeat(1_000)}</svg>`;
  const { images } = capture(`<img src='${drawing}' width="300" height="300">`);

  expect(images[0]?.url).toMatch(/^data:image\/svg\+xml,<svg>%E8%8C%B6%01/);
  expect(images[0]?.url).not.toMatch(/[^ -~]/);
});
