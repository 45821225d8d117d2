import { describe, expect, it } from 'vitest';

import { largerVersions } from './larger';

describe('largerVersions', () => {
  it.each([
    [
      'Pinterest',
      'https://i.pinimg.com/236x/aa/bb/c.jpg',
      'https://i.pinimg.com/originals/aa/bb/c.jpg',
    ],
    ['WordPress', 'https://a.test/up/tea-300x200.jpg', 'https://a.test/up/tea.jpg'],
    ['WordPress, large uploads', 'https://a.test/up/tea-scaled.jpg', 'https://a.test/up/tea.jpg'],
    ['Jetpack', 'https://i0.wp.com/a.test/tea.jpg?resize=300%2C200', 'https://a.test/tea.jpg'],
    ['Next.js', 'https://a.test/_next/image?url=%2Ftea.jpg&w=64&q=75', 'https://a.test/tea.jpg'],
    [
      'Shopify',
      'https://cdn.shopify.com/s/files/1/p_300x.jpg',
      'https://cdn.shopify.com/s/files/1/p.jpg',
    ],
    [
      'Shopify, own domain',
      'https://a.test/cdn/shop/files/p_small.jpg?v=1',
      'https://a.test/cdn/shop/files/p.jpg?v=1',
    ],
    [
      'Squarespace',
      'https://images.squarespace-cdn.com/a/t.jpg?format=300w',
      'https://images.squarespace-cdn.com/a/t.jpg?format=original',
    ],
    [
      'Wix',
      'https://static.wixstatic.com/media/a~mv2.jpg/v1/fill/w_2,h_3/a.jpg',
      'https://static.wixstatic.com/media/a~mv2.jpg',
    ],
    [
      'Medium',
      'https://miro.medium.com/v2/resize:fit:720/1*a.jpeg',
      'https://miro.medium.com/v2/1*a.jpeg',
    ],
    [
      'Etsy',
      'https://i.etsystatic.com/1/r/il/a/1/il_340x270.1_a.jpg',
      'https://i.etsystatic.com/1/r/il/a/1/il_fullxfull.1_a.jpg',
    ],
    [
      'Amazon',
      'https://m.media-amazon.com/images/I/61r._SL500_.jpg',
      'https://m.media-amazon.com/images/I/61r.jpg',
    ],
    [
      'Flickr',
      'https://live.staticflickr.com/1/2_a_m.jpg',
      'https://live.staticflickr.com/1/2_a_b.jpg',
    ],
    [
      'Tumblr',
      'https://64.media.tumblr.com/a/tumblr_b_540.jpg',
      'https://64.media.tumblr.com/a/tumblr_b_1280.jpg',
    ],
    [
      'Cloudinary',
      'https://res.cloudinary.com/a/image/upload/w_3,c_fill/v1/t.jpg',
      'https://res.cloudinary.com/a/image/upload/v1/t.jpg',
    ],
    [
      'X',
      'https://pbs.twimg.com/media/a?format=jpg&name=small',
      'https://pbs.twimg.com/media/a?format=jpg&name=orig',
    ],
    [
      'Google',
      'https://lh3.googleusercontent.com/abc=w300-h200',
      'https://lh3.googleusercontent.com/abc=s0',
    ],
    [
      'Wikimedia',
      'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/T.jpg/220px-T.jpg',
      'https://upload.wikimedia.org/wikipedia/commons/a/ab/T.jpg',
    ],
    [
      'Twitter, bare',
      'https://pbs.twimg.com/media/a.jpg:large',
      'https://pbs.twimg.com/media/a.jpg:orig',
    ],
    [
      'Twitter, people',
      'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
      'https://pbs.twimg.com/profile_images/1/a.jpg',
    ],
    ['Weibo', 'https://wx4.sinaimg.cn/mw690/9a64.jpg', 'https://wx4.sinaimg.cn/large/9a64.jpg'],
    [
      'LiveJournal',
      'https://ic.pics.livejournal.com/a/1/2/2_900.jpg',
      'https://ic.pics.livejournal.com/a/1/2/2_original.jpg',
    ],
    [
      'SmugMug, on a host of its own',
      'https://a.smugmug.com/T/i-F/0/bc/L/Dusk-L.jpg',
      'https://a.smugmug.com/T/i-F/0/bc/O/Dusk-O.jpg',
    ],
    [
      'Pixiv',
      'https://i.pximg.net/c/250x250_80_a2/img-master/img/2020/1_p0_square1200.jpg',
      'https://i.pximg.net/img-original/img/2020/1_p0.png',
    ],
    [
      'Pixiv, goods',
      'https://booth.pximg.net/c/300x300_a2_g5/u/i/a_base_resized.jpg',
      'https://booth.pximg.net/u/i/a.jpg',
    ],
    [
      'Amazon, two forms at once',
      'https://images-na.ssl-images-amazon.com/images/I/71a.SR160,240_BG243,243,243.jpg',
      'https://images-na.ssl-images-amazon.com/images/I/71a.jpg',
    ],
    [
      'Etsy, shop pictures',
      'https://i.etsystatic.com/1/r/isla/a/1/isla_500x500.1_a.jpg',
      'https://i.etsystatic.com/1/r/isla/a/1/isla_fullxfull.1_a.jpg',
    ],
    [
      'eBay',
      'https://thumbs1.ebaystatic.com/d/l225/m/mjV.jpg',
      'https://i.ebayimg.com/images/m/mjV/s-l9999.jpg',
    ],
    [
      'Rakuten',
      'https://thumbnail.image.rakuten.co.jp/@0_mall/shop/cabinet/1/a.jpg?_ex=76x76',
      'https://shop.r10s.jp/shop/cabinet/1/a.jpg',
    ],
    [
      'Wayfair',
      'https://assets.wfcdn.com/im/1/resize-h800^compr-r85/12/129/Safe.jpg',
      'https://assets.wfcdn.com/lf/unprocessed/hash/12/129/1/Safe.jpg',
    ],
    [
      'Houzz',
      'https://st.hzcdn.com/simgs/4da1bc970046413d_4-5874/kitchen.jpg',
      'https://st.hzcdn.com/simgs/4da1bc970046413d_14-5874/kitchen.jpg',
    ],
    [
      'Apple, with words after the size',
      'https://is1-ssl.mzstatic.com/image/thumb/a/680x522KF.TVALC02-60.png?style=l',
      'https://is1-ssl.mzstatic.com/image/thumb/a/999999999x0w-999.png?style=l',
    ],
    ['Bandcamp', 'https://f4.bcbits.com/img/a04_10.jpg', 'https://f4.bcbits.com/img/a04_0.jpg'],
    [
      'Squarespace, the older form',
      'https://static1.squarespace.com/static/1/t/2/tea.jpg/1000w',
      'https://static1.squarespace.com/static/1/t/2/tea.jpg?format=original',
    ],
    [
      'Scene7 on the host of a shop',
      'https://images.a.test/is/image/A/tea:1072-603?$large$&wid=300',
      'https://images.a.test/is/image/A/tea?scl=1',
    ],
    [
      'BBC',
      'https://ichef.bbc.co.uk/images/ic/96x96/p01.jpg',
      'https://ichef.bbc.co.uk/images/ic/raw/p01.jpg',
    ],
    [
      'The New York Times, a second version',
      'https://static01.nyt.com/images/2018/a/a-videoLarge-v2.jpg',
      'https://static01.nyt.com/images/2018/a/a-superJumbo-v2.jpg',
    ],
    [
      'magazines of Condé Nast',
      'https://assets.a.test/photos/5cefef2693a53659ed1ee6b8/16:9/w_1280,c_limit/Tea.jpg',
      'https://assets.a.test/photos/5cefef2693a53659ed1ee6b8/master/pass/Tea.jpg',
    ],
    [
      'Thumbor',
      'https://cdn.a.test/thumbor/Key_=/0x0:30x20/1200x800/filters:focal(1x1:2x2)/b.test/up/tea.jpg',
      'https://b.test/up/tea.jpg',
    ],
    [
      'an address in a parameter',
      'https://a.test/overlay?src0=https%3A%2F%2Fb.test%2Ftea_640x480.jpg&x=1',
      'https://b.test/tea.jpg',
    ],
    [
      'MediaWiki',
      'https://wiki.a.test/images/thumb/a/ab/T.jpg/300px-T.jpg',
      'https://wiki.a.test/images/a/ab/T.jpg',
    ],
    [
      'IIIF',
      'https://a.test/iiif/2/id/full/500,/0/default.jpg',
      'https://a.test/iiif/2/id/full/max/0/default.jpg',
    ],
    [
      'Cloudflare',
      'https://a.test/cdn-cgi/image/width=300,quality=75/up/tea.jpg',
      'https://a.test/up/tea.jpg',
    ],
    ['ImageKit', 'https://ik.a.test/a/tr:w-300,h-200/tea.jpg', 'https://ik.a.test/a/tea.jpg'],
    ['Uploadcare', 'https://a.test/id/-/resize/300x/-/format/auto/', 'https://a.test/id/'],
    [
      'Magento',
      'https://a.test/media/catalog/product/cache/0123456789abcdef0123456789abcdef/t/e/tea.jpg',
      'https://a.test/media/catalog/product/t/e/tea.jpg',
    ],
    [
      'OpenCart',
      'https://a.test/image/cache/catalog/tea-228x228.jpg',
      'https://a.test/image/catalog/tea.jpg',
    ],
    ['PrestaShop', 'https://a.test/12-home_default/tea.jpg', 'https://a.test/12/tea.jpg'],
    ['Ghost', 'https://a.test/images/size/w600/2021/tea.jpg', 'https://a.test/images/2021/tea.jpg'],
    [
      'Craft',
      'https://a.test/up/_1200xAUTO_crop_center-center/tea.jpg',
      'https://a.test/up/tea.jpg',
    ],
    ['what follows a whole name', 'https://a.test/tea.jpg_640x640.jpg', 'https://a.test/tea.jpg'],
    ['AEM', 'https://a.test/t.jpg/_jcr_content/renditions/w.976.jpeg', 'https://a.test/t.jpg'],
    ['a size after a dot', 'https://a.test/tea.600x338.jpg?t=1', 'https://a.test/tea.jpg?t=1'],
    ['a round width', 'https://a.test/tea_640.jpg', 'https://a.test/tea.jpg'],
    ['Webflow', 'https://a.test/tea-p-500.png', 'https://a.test/tea.png'],
    ['a word at the end', 'https://a.test/tea_thumb.jpg', 'https://a.test/tea.jpg'],
    ['a word in place of a name', 'https://a.test/1/medium.jpg', 'https://a.test/1/original.jpg'],
    ['a word at the beginning', 'https://a.test/tn_tea.jpg', 'https://a.test/tea.jpg'],
    ['a folder of small ones', 'https://a.test/thumbs/tea.jpg', 'https://a.test/tea.jpg'],
    ['a folder of a size', 'https://a.test/640x480/tea.jpg', 'https://a.test/original/tea.jpg'],
    [
      'two at once',
      'https://a.test/medium/tea-300x200.jpg?w=300',
      'https://a.test/original/tea.jpg',
    ],
    [
      'a size in the path and in the query',
      'https://a.test/tea-300x200.jpg?w=300&id=7',
      'https://a.test/tea.jpg?id=7',
    ],
    ['Aliyun', 'https://a.test/t.jpg?x-oss-process=image/resize,w_300', 'https://a.test/t.jpg'],
    ['Qiniu', 'https://a.test/t.jpg?imageView2/2/w/300', 'https://a.test/t.jpg'],
    ['a size in the query', 'https://a.test/t.jpg?w=300&id=7&q=80', 'https://a.test/t.jpg?id=7'],
    ['Drupal', 'https://a.test/files/styles/teaser/public/t.jpg', 'https://a.test/files/t.jpg'],
  ])('knows %s', (_, small, large) => {
    expect(largerVersions(small)).toContain(large);
  });

  it.each([
    'https://scontent.fna.fbcdn.net/v/t1/a_n.jpg?oh=1&oe=2',
    'https://preview.redd.it/a.jpg?width=640&s=0123456789abcdef0123456789abcdef',
    'https://images-wixmp-1.wixmp.com/f/a.jpg/v1/fill/w_3/b.jpg?token=ey',
    'https://scontent.cdninstagram.com/v/t51/a_640.jpg?se=7',
    'https://p16.tiktokcdn.com/obj/a_640.jpg?x-expires=1&x-signature=b',
    'https://a.imgix.net/t.jpg?w=300&s=0123456789abcdef0123456789abcdef',
    'https://d1.cloudfront.net/a-300x200.jpg?Policy=a&Signature=b&Key-Pair-Id=c',
    'https://a.blob.core.windows.net/thumbs/a.jpg?sv=1&sig=b',
    'https://storage.googleapis.com/a/thumbs/b.jpg?X-Goog-Signature=c',
    'https://a.test/t-300x200.jpg?auth=0123&width=300',
    'https://b.s3.amazonaws.com/a-300x200.jpg?X-Amz-Signature=1',
    'data:image/png;base64,AAAA',
    'blob:https://a.test/1',
    'https://a.test/tea.jpg',
    // Words and numbers of names that ask for nothing
    'https://a.test/wp-content/uploads/2018/IMG_1234.jpg',
    'https://a.test/small-talk/a-large-house.jpg',
    'https://a.test/thumbelina/smallville.jpg',
    'https://a.test/sites/shop.a.test/files/tea.jpg',
    'https://a.test/image.jpg?id=300&url=tea',
    'https://a.test/show?file=resize/tea.jpg&size=/up/tea.jpg',
    'https://a.test/2024/100/tea.jpg',
    'https://pbs.twimg.com/media/a?format=jpg&name=orig',
    'https://64.media.tumblr.com/a/s2048x3072/b.jpg',
    'https://i.pinimg.com/originals/aa/bb/c.jpg',
    'https://static01.nyt.com/images/2018/a/a-superJumbo.jpg',
  ])('leaves %s alone', (url) => {
    expect(largerVersions(url)).toEqual([]);
  });

  // H08
  it.each([
    `https://res.cloudinary.com/private/${'__/'.repeat(600)}/a.jpg`,
    `https://res.cloudinary.com/private/${'_____/'.repeat(300)}`,
    `https://evil.test/p.jpg?u=${encodeURIComponent(`https://res.cloudinary.com/private/${'__/'.repeat(300)}/a.jpg`)}`,
  ])('is done at once with an address that was made to be read in many ways: %#', (url) => {
    expect(largerVersions(url).length).toBeLessThanOrEqual(6); // it took hours, in the worker
  });

  it('proposes few addresses for one picture, each once, and never the one that it has', () => {
    const url = 'https://a.test/thumbs/640x480/medium_tea_thumb-300x200.jpg?w=1&h=2';
    const tries = largerVersions(url);
    expect(tries).not.toContain(url);
    expect(new Set(tries).size).toBe(tries.length);
    expect(tries.length).toBeLessThanOrEqual(6);
  });
});
