import { describe, expect, it } from 'vitest';

import { imageUrl, isImageFile, isPlaceholder, looksLikeImageUrl, typeOfUrl } from './image-url';

const base = 'https://example.test/dir/page.html';

describe('imageUrl', () => {
  it.each([
    ['a.jpg', 'https://example.test/dir/a.jpg'],
    ['//cdn.test/a.jpg?sig=a%2Fb+c#x', 'https://cdn.test/a.jpg?sig=a%2Fb+c'],
    ['blob:https://example.test/1-2', 'blob:https://example.test/1-2'],
    ['data:image/png;base64,AA==', 'data:image/png;base64,AA=='],
    ['data:text/html,<p>', null],
    ['javascript:alert(1)', null],
    ['file:///a.jpg', null],
    ['', null],
    [`/${'a'.repeat(9_000)}`, null],
    [`data:image/png;base64,${'A'.repeat(15_000_000)}`, null],
  ])('takes %.40s for %.40s', (address, expected) => {
    expect(imageUrl(address, base)).toBe(expected);
  });
});

it.each([
  ['https://a.test/photo.JPG', true],
  ['https://a.test/photo.webp?x=1', true],
  ['https://a.test/wiki/Photo.jpg', false],
  ['https://a.test/w/File:Photo.jpg', false],
  ['https://a.test/u/blob/main/photo.jpg', false],
  ['https://a.test/photo', false],
])('tells of a link to %s whether it is an image file: %s', (url, expected) => {
  expect(isImageFile(url)).toBe(expected);
});

it.each([
  ['https://a.test/img/spacer.gif', true],
  ['https://a.test/lazy-load.svg', true],
  ['https://a.test/my-placeholder-2.png?x', true],
  ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', true],
  ['https://a.test/greyhound.jpg', false],
  ['https://a.test/loadingdock.jpg', false],
])('tells of %s whether it stands in for a picture: %s', (url, expected) => {
  expect(isPlaceholder(url)).toBe(expected);
});

it.each([
  ['a/b', true],
  ['b.jpeg', true],
  ['12', false],
  ['{"a":"/b.jpg"}', false],
  ['/p_{width}x.jpg', false],
  ['#gallery/1', false],
])('tells of the attribute %j whether it may be an address: %s', (text, expected) => {
  expect(looksLikeImageUrl(text)).toBe(expected);
});

it('reads the type off an address', () => {
  expect(typeOfUrl('https://a.test/x.AVIF?y=.png')).toBe('image/avif');
  expect(typeOfUrl('data:image/svg+xml;utf8,<svg>')).toBe('image/svg+xml');
  expect(typeOfUrl('https://a.test/x.constructor')).toBe('');
});
