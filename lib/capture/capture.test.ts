// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { captureDocument } from './capture';
import type { Capture, ImageCandidate } from './types';

const site = 'https://example.test/dir/';

/** Puts HTML into the document. A `natural="640x480"` on an image takes the place of its loading. */
function page(html: string): Document {
  document.head.innerHTML = `<base href="${site}">`;
  document.body.innerHTML = '';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.head.append(...parsed.head.children);
  document.body.append(...parsed.body.children);
  for (const image of document.querySelectorAll('img[natural]')) {
    const [width, height] = (image.getAttribute('natural') ?? '').split('x').map(Number);
    Object.defineProperty(image, 'naturalWidth', { value: width });
    Object.defineProperty(image, 'naturalHeight', { value: height });
    Object.defineProperty(image, 'currentSrc', {
      value: new URL(image.getAttribute('current') ?? image.getAttribute('src') ?? '', site).href,
    });
  }
  return document;
}

function capture(html: string, srcUrl?: string): Capture {
  return captureDocument(page(html), { srcUrl: srcUrl && new URL(srcUrl, site).href });
}

/** The candidate that was asked for. */
function target(html: string, srcUrl: string): ImageCandidate | null | undefined {
  const { images, target: index } = capture(html, srcUrl);
  return index === null ? null : images[index];
}

/** The addresses found, short where they are of the site. */
function urls(html: string): string[] {
  return capture(html).images.map(({ url }) => url.replace(site, ''));
}

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe('the best source of an image', () => {
  it.each([
    ['its src', '<img src="a.jpg" natural="800x600">', 'a.jpg'],
    [
      'the widest of its srcset',
      '<img src="a.jpg" srcset="a.jpg 300w, b.jpg 900w" natural="300x200">',
      'b.jpg',
    ],
    [
      'the densest of its srcset',
      '<img src="a.jpg" srcset="b.jpg 3x, c.jpg 2x" natural="300x200">',
      'b.jpg',
    ],
    [
      'the widest of its picture',
      '<picture><source type="image/webp" srcset="w.webp 2000w"><img src="a.jpg" natural="800x600"></picture>',
      'w.webp',
    ],
    [
      'JPEG at the same size',
      '<picture><source type="image/webp" srcset="w.webp"><img src="a.jpg" natural="800x600" current="w.webp"></picture>',
      'a.jpg',
    ],
    [
      'no source of an unknown type',
      '<picture><source type="image/jxl" srcset="x.jxl 4000w"><img src="a.jpg" natural="800x600"></picture>',
      'a.jpg',
    ],
    [
      'the source for the largest screen',
      '<picture><source media="(min-width:900px)" srcset="l.jpg"><source media="(min-width:400px)" srcset="m.jpg"><img src="s.jpg"></picture>',
      'l.jpg',
    ],
    [
      'a lazy address before its preview',
      '<img src="lqip.jpg" data-src="a.jpg" natural="20x15">',
      'a.jpg',
    ],
    [
      'a lazy address before a placeholder',
      '<img src="data:image/gif;base64,R0lGOD" data-lazy-src="a.jpg">',
      'a.jpg',
    ],
    [
      'the widest of a lazy set',
      '<img width="800" data-src="a.jpg" data-srcset="b.jpg 600w, c.jpg 900w">',
      'c.jpg',
    ],
    ['a zoom attribute', '<img src="a.jpg" data-zoom-image="z.jpg" natural="2000x1500">', 'z.jpg'],
    [
      'the file that it links to',
      '<a href="full.jpg"><img src="a.jpg" natural="100x75"></a>',
      'full.jpg',
    ],
    [
      'not the page that it links to',
      '<a href="/wiki/File:F.jpg"><img src="a.jpg" natural="200x150"></a>',
      'a.jpg',
    ],
    [
      'data-pin-media before all',
      '<a href="full.jpg"><img src="a.jpg" data-pin-media="https://p.test/p.jpg"></a>',
      'https://p.test/p.jpg',
    ],
    ['no template', '<img src="a.jpg" data-src="a_{width}x.jpg" natural="300x300">', 'a.jpg'],
  ])('is %s', (_, html, expected) => {
    expect(urls(html)).toEqual([expected]);
  });

  it('is told with its size, its type, and what is shown now', () => {
    const { images } = capture(
      '<img src="a.jpg" srcset="a.jpg 400w, b.webp 1200w" natural="400x300" alt=" A  cup ">',
    );

    expect(images).toEqual([
      {
        url: `${site}b.webp`,
        from: 'srcset',
        type: 'image/webp',
        width: 1200,
        height: 900,
        shownUrl: `${site}a.jpg`,
        shownWidth: 400,
        shownHeight: 300,
        alt: 'A cup',
        pinUrl: null,
        pinDescription: null,
        pinId: null,
        nopin: false,
      },
    ]);
  });
});

describe('other places of pictures', () => {
  it.each([
    [
      'a background',
      '<div style="background-image:linear-gradient(red,blue),url(a.jpg)"></div>',
      ['a.jpg'],
    ],
    [
      'two layers of a background',
      '<div style="background-image:url(a.png),url(b.jpg)"></div>',
      ['a.png', 'b.jpg'],
    ],
    ['a lazy background', '<div data-bg="a.jpg"></div>', ['a.jpg']],
    ['a set of lazy backgrounds', '<div data-bgset="a.jpg 400w, b.jpg 1400w"></div>', ['b.jpg']],
    ['the poster of a video', '<video poster="a.jpg"></video>', ['a.jpg']],
    ['Open Graph', '<meta property="og:image" content="/a.jpg">', ['https://example.test/a.jpg']],
    ['a Twitter card', '<meta name="twitter:image" content="a.jpg">', ['a.jpg']],
    ['image_src', '<link rel="image_src" href="a.jpg">', ['a.jpg']],
  ])('are found: %s', (_, html, expected) => {
    expect(urls(html)).toEqual(expected);
  });

  it('are found in open shadow roots', () => {
    const root = page('<div id="host"></div>')
      .querySelector('#host')
      ?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<img src="a.jpg" width="800" height="600">';

    expect(captureDocument(document).images).toMatchObject([{ url: `${site}a.jpg` }]);
  });
});

describe('the list', () => {
  it('has no icons, pixels and placeholders', () => {
    expect(
      urls(`<img src="icon.png" natural="48x48"><img src="p.gif" width="1" height="1">
        <img src="banner.png" natural="728x90"><img src="spacer.gif"><img src="data:image/gif;base64,R0">
        <div style="background-image:url(sprite.png)"></div><img src="a.jpg" natural="640x480">`),
    ).toEqual(['a.jpg']);
  });

  it('has the largest first, and sharing pictures of unknown size at their usual one', () => {
    expect(
      urls(`<meta property="og:image" content="og.jpg"><img src="m.jpg" natural="640x480">
        <img src="x.jpg"><img src="l.jpg" natural="2000x1500"><img src="s.jpg" natural="200x200">`),
    ).toEqual(['l.jpg', 'og.jpg', 'm.jpg', 's.jpg', 'x.jpg']);
  });

  it('has one entry for a picture in several sizes and places', () => {
    const { images } = capture(`<meta property="og:image" content="a.jpg?w=1200">
      <meta property="og:image:width" content="1200"><meta property="og:image:height" content="900">
      <img src="a.jpg?w=300" natural="300x225" alt="Tea"><img src="a-150x150.jpg" natural="150x150">`);

    expect(images).toMatchObject([
      {
        url: `${site}a.jpg?w=1200`,
        from: 'meta',
        width: 1200,
        height: 900,
        shownUrl: `${site}a.jpg?w=300`,
        alt: 'Tea',
      },
    ]);
  });

  it('keeps pictures apart that wait behind the same stand-in', () => {
    expect(
      urls(
        '<img src="wait.jpg" data-src="a.jpg" natural="300x300"><img src="wait.jpg" data-src="b.jpg" natural="300x300">',
      ),
    ).toEqual(['a.jpg', 'b.jpg']);
  });

  it('leaves out what its author keeps from Pinterest', () => {
    expect(
      urls(`<img src="a.jpg" natural="640x480" data-pin-nopin="true"><img src="b.jpg" natural="640x480" nopin>
        <img src="c.jpg" natural="640x480" data-pin-nopin="false">`),
    ).toEqual(['c.jpg']);
  });

  it("carries the author's wishes for a pin", () => {
    const { images } = capture(
      '<img src="a.jpg" natural="640x480" data-pin-url="/x" data-pin-description="Tea" data-pin-id="12345678901234567890">',
    );

    expect(images).toMatchObject([
      { pinUrl: '/x', pinDescription: 'Tea', pinId: '12345678901234567890' },
    ]);
  });

  it('ends at 500 pictures', () => {
    const many = Array.from(
      { length: 700 },
      (_, index) => `<img src="${index}.jpg" width="${900 + index}" height="600">`,
    );

    expect(capture(many.join('')).images).toHaveLength(500);
  });
});

describe('the target', () => {
  it('is the picture that shows the address', () => {
    const html =
      '<img src="z.jpg" natural="2000x900"><img src="a.jpg" srcset="b.jpg 900w" natural="300x200" alt="Tea">';

    expect(target(html, 'a.jpg')).toMatchObject({ url: `${site}b.jpg`, alt: 'Tea' });
  });

  it('is there though it is small, or not for Pinterest', () => {
    const html =
      '<img src="a.png" natural="32x32"><img src="b.jpg" natural="640x480" data-pin-nopin>';

    expect(target(html, 'a.png')).toMatchObject({ url: `${site}a.png` });
    expect(target(html, 'b.jpg')).toMatchObject({ url: `${site}b.jpg`, nopin: true });
  });

  it('is there though the page has no such image', () => {
    expect(target('<p>Text</p>', 'https://a.test/x.jpg')).toMatchObject({
      url: 'https://a.test/x.jpg',
    });
  });

  it('is among the 500', () => {
    const many = Array.from(
      { length: 700 },
      (_, index) => `<img src="${index}.jpg" width="900" height="600">`,
    );

    expect(target(many.join(''), '699.jpg')).toMatchObject({ url: `${site}699.jpg` });
  });

  it('is null for what is no picture', () => {
    expect(target('<img src="a.jpg">', 'javascript:alert(1)')).toBeNull();
  });
});

describe('hostile pages', () => {
  it('do not break it by names that hide methods', () => {
    const { images, page: details } = capture(`<title>Tea</title>
      <form name="querySelectorAll"><input name="getAttribute"><input name="style"></form><img name="title">
      <form id="x" style="background-image:url(a.jpg)"><input name="getBoundingClientRect"><input name="hasAttribute"></form>
      <img name="baseURI" src="b.jpg" natural="640x480">`);

    expect(images.map(({ url }) => url)).toContain(`${site}b.jpg`);
    expect(details.title).toBe('Tea');
  });

  it('do not get odd addresses through', () => {
    expect(
      urls(`<img src="javascript:alert(1)" width="500" height="500"><img src="file:///a.jpg" width="500" height="500">
        <img src="data:text/html;base64,${'A'.repeat(5000)}"><img data-src="http://[" width="500" height="500">`),
    ).toEqual([]);
  });
});
