import { describe, expect, it } from 'vitest';

import { canBeFetchedByPinterest } from './public-picture';

const is = (url: string, type = '') => canBeFetchedByPinterest({ url, type });

describe('canBeFetchedByPinterest', () => {
  it.each([
    'https://a.example/t.jpg',
    'https://a.example/t.PNG?w=800',
    'https://a.example/image/1234',
    'https://a.example/t.jpg?fm=jpg',
  ])('holds for %s', (url) => {
    expect(is(url)).toBe(true);
  });

  it.each([
    'http://a.example/t.jpg',
    'https://127.0.0.1/t.jpg',
    'https://[::1]/t.jpg',
    'https://printer.local/t.jpg',
    'https://intranet/t.jpg',
    'https://me:secret@a.example/t.jpg',
    'https://a.example/t.webp',
    'https://a.example/t.svg?x=1',
    'https://a.example/t?format=webp',
    'blob:https://a.example/0b3c',
    'data:image/png;base64,AAAA',
    'frame:1',
    'not an address',
  ])('does not hold for %s', (url) => {
    expect(is(url)).toBe(false);
  });

  it('believes a page that says what type it is', () => {
    expect(is('https://a.example/t', 'image/avif')).toBe(false);
    expect(is('https://a.example/t', 'image/jpeg')).toBe(true);
  });
});
