import { describe, expect, it } from 'vitest';

import { keysOf, pictureKey, unwrapped } from './picture-key';

describe('pictureKey', () => {
  it.each([
    ['a WordPress size', 'https://a.test/up/tea-1024x683.jpg', 'https://a.test/up/tea.jpg'],
    ['a query', 'https://a.test/tea.jpg?w=300&q=80', 'https://www.a.test/tea.jpg'],
    ['a proxy', 'https://i0.wp.com/a.test/tea.jpg?resize=3', 'https://a.test/tea.jpg'],
    [
      'an optimiser',
      'https://a.test/_next/image?url=%2Fmedia%2Ftea.jpg&w=640&q=75',
      'https://a.test/media/tea.jpg',
    ],
    ['folders of sizes', 'https://c.test/w_300,h_200,c_fill/tea.jpg', 'https://c.test/tea.jpg'],
    [
      'Pinterest',
      'https://i.pinimg.com/236x/a/b/tea.jpg',
      'https://i.pinimg.com/originals/a/b/tea.jpg',
    ],
    ['formats', 'https://a.test/tea.webp', 'https://a.test/tea.jpg'],
    ['Amazon', 'https://m.test/I/51LZ._SX133_.jpg', 'https://m.test/I/51LZ.jpg'],
  ])('is the same for %s', (_, one, other) => {
    expect(pictureKey(one)).toBe(pictureKey(other));
  });

  it.each([
    ['numbers of a series', 'https://a.test/tea-1.jpg', 'https://a.test/tea-2.jpg'],
    ['folders', 'https://a.test/1/large.jpg', 'https://a.test/2/large.jpg'],
    ['ids', 'https://a.test/image?id=1', 'https://a.test/image?id=2'],
    ['short names in other places', 'https://a.test/2019/img.jpg', 'https://a.test/2020/img.jpg'],
  ])('is another for %s', (_, one, other) => {
    expect(pictureKey(one)).not.toBe(pictureKey(other));
  });

  it('leaves other addresses as they are', () => {
    expect(keysOf('blob:https://a.test/1')).toEqual({
      picture: 'blob:https://a.test/1',
      name: null,
    });
  });
});

describe('unwrapped', () => {
  it('follows addresses within addresses, and stops', () => {
    const deep = 'https://p.test/resize?url=https%3A%2F%2Fi0.wp.com%2Fa.test%2Ftea.jpg';
    expect(unwrapped(deep)).toBe('https://a.test/tea.jpg');
  });
});
