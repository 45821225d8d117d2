// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { captureDocument } from './capture';
import { capture, page, site, target, urls } from './testing';

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
      'the largest width that fills its template',
      '<img src="a.jpg" data-src="a_{width}x.jpg" data-widths="[180, 2048]" natural="300x300">',
      'a_2048x.jpg',
    ],
    [
      'the one of its table',
      '<img data-a-dynamic-image=\'{"https://p.test/a.jpg":[500,400]}\'>',
      'https://p.test/a.jpg',
    ],
    ['no template', '<img src="a.jpg" data-src="a_{width}x.jpg" natural="300x300">', 'a.jpg'],
  ])('is %s', (_, html, expected) => {
    expect(urls(html)).toEqual([expected]);
  });

  it('stands behind the picture that its author wants pinned, which is another one', () => {
    const html =
      '<a href="full.jpg"><img src="a.jpg" data-pin-media="https://p.test/p.jpg" alt="Tea"></a>';

    expect(urls(html)).toEqual(['https://p.test/p.jpg', 'full.jpg']);
    expect(target(html, 'a.jpg')).toMatchObject({ url: 'https://p.test/p.jpg', alt: 'Tea' });
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
        frameId: 0,
        versions: [{ url: `${site}a.jpg`, from: 'srcset', width: 400, height: 300 }],
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
