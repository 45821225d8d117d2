// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { capture, site, target, urls } from './testing';

afterEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe('the list', () => {
  it('has no icons, pixels and placeholders', () => {
    expect(
      urls(`<img src="icon.png" natural="48x48"><img src="p.gif" width="1" height="1">
        <img src="banner.png" natural="728x90"><img src="spacer.gif"><img src="data:image/gif;base64,R0">
        <div style="background-image:url(sprite.png)"></div><img src="a.jpg" natural="640x480">`),
    ).toEqual(['a.jpg']);
  });

  it('has what the page names for sharing first, and then the largest', () => {
    expect(
      urls(`<meta property="og:image" content="og.jpg"><img src="m.jpg" natural="640x480">
        <img src="x.jpg"><img src="l.jpg" natural="2000x1500"><img src="s.jpg" natural="200x200">`),
    ).toEqual(['og.jpg', 'l.jpg', 'm.jpg', 's.jpg', 'x.jpg']);
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
