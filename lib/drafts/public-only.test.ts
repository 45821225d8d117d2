import { describe, expect, it } from 'vitest';

import { bareImage } from '../capture/bare-image';
import type { Capture, ImageCandidate } from '../capture/types';
import { withoutPrivate } from './public-only';

const image = (url: string, facts: Partial<ImageCandidate> = {}): ImageCandidate => ({
  ...bareImage(url),
  ...facts,
});

const capture = (url: string, images: ImageCandidate[], link = url): Capture => ({
  page: {
    url,
    link,
    title: '',
    description: '',
    siteName: '',
    selection: '',
    product: null,
    recipe: null,
    nopin: null,
  },
  images,
  target: images.length - 1,
  readMs: 1,
});

const addresses = [
  'http://127.0.0.1/a.jpg',
  'http://0x7f.1/a.jpg',
  'http://017700000001/a.jpg',
  'http://2130706433/a.jpg',
  'http://[::1]/a.jpg',
  'http://[::ffff:10.0.0.1]/a.jpg',
  'https://192.168.1.1/reboot?a.jpg',
  'http://localhost:8080/a.jpg',
  'http://LOCALHOST./a.jpg',
  'http://router.local/a.jpg',
  'http://nas.fritz.home.arpa/a.jpg',
  'http://printer/a.jpg',
  'HTTP://wiki.corp/a.jpg',
];

describe('a page of the web', () => {
  it.each(addresses)('offers nothing at %s', (url) => {
    const tea = image('https://a.test/t.jpg', {
      shownUrl: url,
      pinUrl: url,
      versions: [{ url, from: 'srcset', width: 9, height: 9 }],
    });

    const found = withoutPrivate(capture('https://a.test/p#top', [image(url), tea], url));

    expect(JSON.stringify(found)).not.toContain(url);
    expect(found).toMatchObject({ page: { link: 'https://a.test/p' }, target: 0 });
  });

  it('gives no private link that its tag writes without a scheme', () => {
    const pinUrl = '//0x7f.1/a/b';
    const found = withoutPrivate(
      capture('https://a.test/', [image('https://a.test/t.jpg', { pinUrl })]),
    );
    expect(found.images[0]?.pinUrl).toBeNull();
  });

  // H12
  it.each([
    'http://45.33.32.156/',
    'https://[2606:4700::1111]/',
    'https://1.0.0.2.ip6.arpa/',
    'https://x.onion/',
  ])('takes a page at %s for one of the web', (page) => {
    const own = [image('http://192.168.0.1/apply.cgi'), image('http://localhost/a.jpg')];
    expect(withoutPrivate(capture(page, own)).images).toEqual([]);
  });

  it('leaves a page at a bare number the pictures of that very host', () => {
    const page = 'http://45.33.32.156/tea';
    const own = image('http://45.33.32.156/tea.jpg');
    const found = withoutPrivate(capture(page, [own, image('http://192.168.0.1/a.jpg')]));
    expect(found.images).toEqual([own]);
    expect(found.page.link).toBe(page);
  });

  it.each([
    'http://100.101.2.3/',
    'http://192.168.0.1/',
    'http://172.20.1.1/',
    'http://127.0.0.1:8080/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://nas/',
    'http://nas.home.arpa/',
    'http://kitchen.localhost/',
  ])('leaves a page of the own network at %s its pictures', (page) => {
    const found = capture(page, [image('http://192.168.0.7/a.jpg')]);
    expect(withoutPrivate(found)).toEqual(found);
  });

  it('has no target where that was a private picture', () => {
    const found = withoutPrivate(capture('https://a.test/', [image('http://router.local/a.jpg')]));
    expect(found).toMatchObject({ images: [], target: null });
  });

  it.each(['https://b.test/a.jpg', 'data:image/png;base64,AA', 'blob:https://a.test/1'])(
    'offers what is at %s',
    (url) => {
      const found = capture('https://a.test/', [image(url)]);
      expect(withoutPrivate(found)).toEqual(found);
    },
  );
});

it('a page of the own network offers what it has', () => {
  const found = capture(
    'http://wiki.corp/tea',
    addresses.map((url) => image(url)),
  );
  expect(withoutPrivate(found)).toBe(found);
});
