import { describe, expect, it } from 'vitest';

import { withoutTracking } from './clean-link';

describe('withoutTracking', () => {
  it.each([
    ['https://a.test/x?utm_source=b&id=3', 'https://a.test/x?id=3', ['utm_source']],
    [
      'https://www.etsy.com/listing/1/tea?click_key=a&ga_search_query=b',
      'https://www.etsy.com/listing/1/tea',
      ['click_key', 'ga_search_query'],
    ],
    [
      'https://www.amazon.com/dp/B01?keywords=tea&tag=linda-20',
      'https://www.amazon.com/dp/B01?tag=linda-20',
      ['keywords'],
    ],
    ['https://a.test/x?q=a%20b+c&&utm_id=1&flag', 'https://a.test/x?q=a%20b+c&&flag', ['utm_id']],
    [
      'https://a.test/x?utm_source=n&id=5&fbclid=q',
      'https://a.test/x?id=5',
      ['fbclid', 'utm_source'],
    ],
  ])('makes %s shorter', (link, url, removed) => {
    const found = withoutTracking(link);
    expect(found.url).toBe(url);
    expect(found.removed.toSorted()).toEqual(removed);
  });

  it.each([
    'https://shop.test/p?variant=123',
    'https://example.com/?q=tea&page=2',
    'https://a.test/x?ref=linda&aff_id=7',
    'https://a.test/Pfad/%C3%A4?x=%20',
    'https://a.test/x?q=a%20b+c&&flag',
    'nonsense',
  ])('leaves %s as it is', (link) => {
    expect(withoutTracking(link)).toEqual({ url: link, removed: [] });
  });
});
