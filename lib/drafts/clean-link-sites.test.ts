import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { withoutTracking } from './clean-link';

/** One address for each site of the list: with what follows its visitors, and with what it needs. */
const sites: readonly [link: string, clean: string][] = [
  [
    'https://www.amazon.co.uk/dp/B0?qid=1&pd_rd_w=2&tag=linda',
    'https://www.amazon.co.uk/dp/B0?tag=linda',
  ],
  [
    'https://www.etsy.com/listing/1?ga_order=a&frs=1&variation0=9',
    'https://www.etsy.com/listing/1?variation0=9',
  ],
  ['https://www.ebay.de/itm/1?_trksid=a&hash=b&var=2', 'https://www.ebay.de/itm/1?var=2'],
  [
    'https://de.aliexpress.com/item/1.html?spm=a&algo_pvid=b&sku=3',
    'https://de.aliexpress.com/item/1.html?sku=3',
  ],
  ['https://www.youtube.com/watch?v=a&si=b&t=9', 'https://www.youtube.com/watch?v=a&t=9'],
  ['https://youtu.be/a?si=b', 'https://youtu.be/a'],
  ['https://www.instagram.com/p/a/?igsh=b&hl=de', 'https://www.instagram.com/p/a/?hl=de'],
  ['https://x.com/a/status/1?s=20&t=b&lang=de', 'https://x.com/a/status/1?lang=de'],
  [
    'https://www.tiktok.com/@a/video/1?_r=1&share_app_id=2&lang=de',
    'https://www.tiktok.com/@a/video/1?lang=de',
  ],
  ['https://www.reddit.com/r/a/?share_id=b&sort=new', 'https://www.reddit.com/r/a/?sort=new'],
  ['https://open.spotify.com/track/a?si=b&go=1', 'https://open.spotify.com/track/a?go=1'],
  ['https://medium.com/a?source=b&page=2', 'https://medium.com/a?page=2'],
  ['https://www.linkedin.com/in/a?trk=b&locale=de', 'https://www.linkedin.com/in/a?locale=de'],
  [
    'https://www.pinterest.com/pin/1/?nic_v3=a&sender=1&x=2',
    'https://www.pinterest.com/pin/1/?x=2',
  ],
  [
    'https://www.walmart.com/ip/1?athbdg=a&selected=true',
    'https://www.walmart.com/ip/1?selected=true',
  ],
  ['https://www.target.com/p/1?lnk=a&color=red', 'https://www.target.com/p/1?color=red'],
  ['https://www.bbc.co.uk/news/1?at_medium=a&page=2', 'https://www.bbc.co.uk/news/1?page=2'],
  ['https://www.nytimes.com/a?smid=url&page=2', 'https://www.nytimes.com/a?page=2'],
  ['https://www.google.com/search?q=tea&ved=a', 'https://www.google.com/search?q=tea'],
];

describe('a link of a site that follows its visitors', () => {
  it.each(sites)('%s is %s', (link, clean) => {
    expect(withoutTracking(link).url).toBe(clean);
  });

  it.each(sites)('%s keeps what is another site’s', (link) => {
    const { search } = new URL(link);
    const kept = withoutTracking(`https://a.test/${search}`).url;
    expect(kept.length).toBeGreaterThan('https://a.test/?'.length);
  });
});

it('any link loses parameters and nothing else, all that it loses is named, and twice is as once', () => {
  const pair = fc.tuple(
    fc.constantFrom(
      'utm_source',
      'UTM_X',
      'fbclid',
      'id',
      'q',
      'tag',
      'a%20b',
      'variant',
      '__proto__',
    ),
    fc.oneof(fc.string(), fc.constantFrom('1', '%', '%00', 'a%20b+c', '=')),
  );
  const link = fc
    .tuple(
      fc.constantFrom('https://a.test/', 'https://www.etsy.com/x', 'http://b.test:8/y/'),
      fc.array(pair, { maxLength: 6 }),
    )
    .map(([url, pairs]) => `${url}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`);
  holds(
    fc.property(fc.oneof(link, fc.string()), (text) => {
      const { url, removed } = withoutTracking(text);
      expect(withoutTracking(url)).toEqual({ url, removed: [] });
      if (removed.length === 0) {
        expect(url).toBe(text);
        return;
      }
      const [before, after] = [new URL(text), new URL(url)];
      const kept = [...before.searchParams].filter(([name]) => !removed.includes(name));
      expect([...after.searchParams]).toEqual(kept);
      expect(after.href.split(/[?#]/, 1)[0]).toBe(before.href.split(/[?#]/, 1)[0]);
      expect(after.hash).toBe(before.hash);
    }),
    { numRuns: 40 },
  );
});
