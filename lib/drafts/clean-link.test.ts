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
    ['https://a.test/?utm_source=&?', 'https://a.test/??', ['utm_source']],
    ['https://a.test/?utm_id=1&?utm_id=2', 'https://a.test/??utm_id=2', ['utm_id']],
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

  it.each([
    ['https://www.amazon.co.uk/dp/B01?', 'qid=1&sr=8-1&pd_rd_w=x&_encoding=UTF8', ''],
    ['https://www.etsy.com/listing/1/tea?', 'click_sum=1&ga_order=x&frs=1', 'variation0=5'],
    ['https://www.ebay.de/itm/1?', '_trkparms=a&_trksid=b&amdata=c&hash=item1', 'var=7'],
    ['https://de.aliexpress.com/item/1.html?', 'spm=a&algo_pvid=b&pdp_npi=c', 'sku_id=2'],
    ['https://youtu.be/abc?', 'si=x&feature=shared&pp=y', 't=42'],
    ['https://www.youtube.com/watch?', 'ab_channel=x', 'v=abc&list=PL1'],
    ['https://www.instagram.com/p/abc/?', 'igsh=x&img_index=1', 'hl=en'],
    ['https://www.threads.net/@a/post/1?', 'xmt=x', 'hl=en'],
    ['https://x.com/a/status/1?', 's=20&t=abc&ref_src=b', 'lang=en'],
    ['https://twitter.com/a/status/1?', 's=20&ref_url=x', 'lang=en'],
    ['https://www.tiktok.com/@a/video/1?', '_r=1&_t=x&share_app_id=2', 'lang=en'],
    ['https://www.reddit.com/r/tea/1/?', 'share_id=x&rdt=1&ref=share', 'sort=new'],
    ['https://open.spotify.com/track/1?', 'si=x&nd=1&context=y', 'highlight=z'],
    ['https://a.medium.com/story-1?', 'source=home', 'sk=abc'],
    ['https://www.linkedin.com/posts/1?', 'trk=x&rcm=y&lipi=z', 'locale=en'],
    ['https://www.pinterest.co.uk/pin/1/?', 'mt=login&nic_v3=x&sender=1&invite_code=y', 'lang=en'],
    ['https://www.walmart.com/ip/1?', 'athcpid=x&from=/search&classType=REGULAR', 'selected=true'],
    ['https://www.target.com/p/1?', 'lnk=sametab&preselect_x=1', 'color=red'],
    ['https://www.bbc.co.uk/news/1?', 'at_medium=x&ns_mchannel=y&xtor=z&ocid=w', 'page=2'],
    ['https://www.nytimes.com/1.html?', 'smid=url-share', 'unlocked_article_code=x'],
    ['https://www.theguardian.com/food/1?', 'CMP=share&itid=x', 'page=2'],
    ['https://www.washingtonpost.com/food/1?', 'itid=x&partner_id=y', 'page=2'],
    ['https://www.google.com/search?', 'ved=x&ei=y&sa=X&sclient=z&gs_lcp=w', 'q=tea'],
    ['https://a.test/x?', 'mc_cid=1&_hsenc=2&_gl=3&epik=4&srsltid=5&gclid=6', 'variant=1'],
  ])('takes out of %s only what tracks: %s', (page, tracking, meant) => {
    const found = withoutTracking(`${page}${tracking}${meant && `&${meant}`}`);

    expect(found.url).toBe(meant ? `${page}${meant}` : page.slice(0, -1));
    expect(found.removed.length).toBe(tracking.split('&').length);
  });

  it.each([
    'https://www.amazon.com/dp/B01?tag=linda-20&linkCode=ll1&linkId=x&ascsubtag=y&language=en_US',
    'https://www.ebay.com/itm/1?mkevt=1&mkcid=1&mkrid=711&campid=533&toolid=100&customid=x',
    'https://www.aliexpress.com/item/1.html?aff_fcid=x&aff_platform=y&sk=_abc&aff_trace_key=z',
    'https://www.walmart.com/ip/1?wmlspartner=x&sourceid=imp_1&affiliates_ad_id=1&campaign_id=2',
    'https://www.target.com/p/1?afid=linda&clkid=x&ref=tgt_adv_x',
    'https://www.etsy.com/listing/1/tea?awc=6220_1&plkey=x',
    'https://a.test/x?ref=linda&via=linda&aff_id=7&affid=7&aff=7&affiliate=linda',
    'https://a.test/x?awc=1&irclickid=2&irgwc=1&ranMID=3&ranEAID=4&ranSiteID=5&sscid=6&cjevent=7',
    'https://a.test/x?rfsn=1.2&tduid=3&clickref=4&click_id=5&subid=6&pid=7&coupon=LINDA',
  ])('leaves what pays somebody: %s', (link) => {
    expect(withoutTracking(link)).toEqual({ url: link, removed: [] });
  });
});
