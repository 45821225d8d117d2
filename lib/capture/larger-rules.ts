/** How services and site builders ask for sizes in an address, and what the whole picture is called there. */

/** A rule for one service or one idiom; `to` is put in place of what `from` matches in the address. */
export interface LargerRule {
  /** Ends of the host names it is for; without them it is an idiom of any site. */
  hosts?: readonly string[];
  from: RegExp;
  /** One address for each, the most likely largest first. */
  to: readonly string[];
}

/** For a service that many sites have under hosts of their own. */
const anywhere = (from: RegExp, ...to: string[]): LargerRule => ({ from, to });

const rule = (hosts: string, from: RegExp, ...to: string[]): LargerRule => ({
  hosts: hosts.split(' '),
  from,
  to,
});

/*
 * Each result is measured before it is preferred, so a rule that has gone stale costs one request and spoils nothing.
 * What asks for a size in the query is not here: `larger.ts` takes that off any address.
 */

/** For services; some serve many sites under their own hosts. Where one fits, no idiom is tried. */
export const serviceRules: readonly LargerRule[] = [
  // --- Social
  // /236x/ab/cd/…, /60x60_RS/ab/cd/…
  rule('pinimg.com', /\/\d+x\d*(?:_\w+)?\/(?=\w\w\/)/, '/originals/'),
  // ?format=jpg&name=small
  rule('twimg.com', /([?&]name=)\w+/, '$1orig'),
  // media/a.jpg, media/a.jpg:large
  rule('twimg.com', /(\/(?:media|\w*thumb|card_img)\/[^?]*\.\w{3,4})(?::\w+)?$/, '$1:orig'),
  // profile_images/1/a_normal.jpg, profile_banners/1/2/600x200
  rule('twimg.com', /_(?:normal|bigger|mini|\w+_small|x96|\d+x\d+)(?=\.\w+$)|\/\d+x\d+$/, ''),
  // a_500.png, avatar_64.png
  rule('tumblr.com', /_(?!1280)(?:\d{2,4}|\d{2}sq)(?=\.\w+$)/, '_1280', '_512'),
  rule(
    'tumblr.com',
    /^https?:\/\/(?:\w+\.)?\w+\.tumblr\.com\/(.*_)\d+(?=\.\w+$)/,
    'https://s3.amazonaws.com/data.tumblr.com/$1raw',
    'http://data.tumblr.com/$1raw',
  ),
  // Its own endings, for PNG and GIF
  rule('tumblr.com', /\.(?:pnj|gifv)$/, '.png', '.gif'),
  // /vi/ID/hqdefault.jpg
  rule(
    'ytimg.com youtube.com',
    /\/(?:\d|(?:[mh]q|sd)?default(?:_live)?|hq720|maxres\d?)(?=\.\w+)/,
    '/maxresdefault',
    '/sddefault',
    '/oardefault',
  ),
  // /AbCdEfGm.jpg
  rule('imgur.com', /(\/\w{7})[sbtmlh](?=\.\w+$)/, '$1'),
  // /fit/c/1/2/a.jpg, /v2/resize:fit:720/a.jpg
  // One way to read each segment: with two, a long address takes for ever.
  rule('medium.com', /\/(?:max|fit|freeze|resize|fill|crop)(?:[:/][\w.-]+)*\/(?=[^/]+$)/, '/'),
  // /mw690/a.jpg, /orj360/a.jpg
  rule(
    'sinaimg.cn',
    /\/(?:mw|orj|thumb|wap|sq|large|bmiddle|small|crop)[\w.]*\/(?=\w+\.\w+$)/,
    '/original/',
    '/large/',
  ),
  // 10819_900.jpg, 300.jpg
  rule('livejournal.com', /(?<=[/_])\d{2,4}(?=\.\w+$)|(?<=\/)s\d+x\d+$/, 'original'),
  // --- Photographs and art
  // /L/Name-L.jpg
  rule(
    'smugmug.com',
    /(?<=\.com)\/(?:Galleries\/)?(.*)\/(?:Th|Ti|S|M|L|XL|X\d|[45]K|\d+x\d+)\/(.*?)(?:-(?:Th|Ti|S|M|L|XL|X\d|[45]K))?(?=\.\w+$)/,
    '/$1/O/$2-O',
    '/$1/O/$2',
    '/$1/4K/$2-4K',
    '/$1/X5/$2-X5',
  ),
  // 1_012ab_m.jpg, 1_012ab.jpg
  rule('staticflickr.com flickr.com', /(\/\d+_\w+?)(?:_[a-z])?(?=\.jpg)/, '$1_k', '$1_h', '$1_b'),
  // /smaller_square/, /medium/
  rule('artstation.com', /\/(?:\d{14}\/)?(?:\w+_square|small|medium|large)\//, '/4k/', '/large/'),
  // /project_modules/disp/, /projects/404/
  rule(
    'behance.net',
    /\/(project_modules|projects|covers|user)\/[^/]+\//,
    '/$1/source/',
    '/$1/original/',
  ),
  // i1.…/a.jpg, i1.…/a.jpg~original
  rule('photobucket.com', /\/\/o?i(\d+)\.(.*?)(?:~original)?$/, '//oi$1.$2'),
  // /c/240x240/img-master/…/1_p0_square1200.jpg
  rule(
    'pximg.net',
    /(?:\/c\/[^/]+)?\/(?:img-master|custom-thumb)\/(.*?)_(?:master|square|custom)1200\.jpg$/,
    '/img-original/$1.jpg',
    '/img-original/$1.png',
  ),
  // /c/300x300_a2_g5/…/a_base_resized.jpg, /c!/w=540/…, /user-profile/…/a_170.jpg
  rule(
    'pximg.net',
    /(?<=\.net)(?:\/c!?\/[^/]+)?(\/.*?)(?:_base_resized|_\d{2,3})?(?=\.\w+$)/,
    '$1',
  ),
  // --- Shops
  // a_300x.jpg, a_small_crop_center@2x.progressive.jpg; on shops' own hosts, too
  anywhere(
    /(\/(?:cdn\/shop|s\/files)\/[^?]*?)(?:_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande|original|master))(?:_crop_\w+)?(?:@\dx)?(?:\.progressive)?(\.(?:jpe?g|png|gif|webp))(?:\.webp)?(\?.*)?$/i,
    '$1$2$3',
    '$1$2',
  ),
  // a._SX300_.jpg, a.SR160,240_.jpg, a.01._SL75_.jpg
  rule(
    'media-amazon.com images-amazon.com ssl-images-amazon.com amazon.com media-imdb.com gr-assets.com',
    /\.(?:_?[A-Z][A-Z\d][^/]*|_[^/]*_)\.?(?=\.\w+$)/,
    '',
  ),
  // a._CLa…_AC_SX466_.png: prints, where the first part is the picture
  rule(
    'media-amazon.com images-amazon.com ssl-images-amazon.com',
    /(?:\.\d*)?_(?:AC|SX|SY|UX|UY|SL|SS|CR|QL)[^/]*_(?=\.\w+$)/,
    '',
  ),
  // il_340x270.1_a.jpg, isla_500x500.1_a.jpg
  rule(
    'etsystatic.com etsy.com',
    /\/(i[a-z]+)_(?:[\dxN]+|fullxfull)\./,
    '/$1_fullxfull.',
    '/$1_origxorig.',
    '/$1_1588xN.',
  ),
  // /thumbs/images/g/a/s-l225.jpg; /m/a/140.jpg; /d/l225/m/a.jpg
  rule(
    'ebayimg.com ebaystatic.com',
    /\/\/[^/]+(?:\/thumbs)?(?:\/images|\/d\/l\d+(?=\/m))?\/(\w\/[^/.]+)(?:\/(?:s-l)?\d+)?(?=\.\w+$)/,
    '//i.ebayimg.com/images/$1/s-l9999',
    '//ssli.ebayimg.com/images/$1/s-l9999',
    '//i.ebayimg.com/images/$1/s-l1600',
  ),
  // /00/s/size/z/a/$_12.JPG
  rule('ebayimg.com', /\/\d+\/s\/[^/]+\/z\/([^/]+)\/.*$/, '/images/g/$1/s-l9999.jpg'),
  // thumbnail.…/@0_mall/shop/cabinet/a.jpg?_ex=76x76
  rule(
    'rakuten.co.jp r10s.jp',
    /^https?:\/\/(?:\w+\.)*(?:rakuten\.co\.jp|r10s\.jp)\/(?:@\w+\/)?([\w-]+\/cabinet\/[^?]*)(?:\?.*)?$/,
    'https://shop.r10s.jp/$1',
  ),
  // /im/1/resize-h800^compr-r85/1/2/a.jpg; /lf/maxsquare/hash/1/2/1/a.jpg
  rule(
    'wfcdn.com',
    /\/(?:im\/\d+\/[^/]+|lf\/[^/]+\/hash)\/(\d+)\/(\d+)(?:\/1)?\//,
    '/lf/unprocessed/hash/$1/$2/1/',
    '/im/1/compr-r85/$1/$2/',
  ),
  // …_4-1234/…, …-w74-h74-b0-p0…
  rule(
    'hzcdn.com',
    /\/[fs]imgs\/(.*[\da-f]{16})_\d+-(.*?)(?:-w\d+-h\d+-b\d-p\d)?(?=[-.\w]*$)/,
    '/simgs/$1_14-$2',
  ),
  // poster,840x830,f8f8f8-pad,1000x1000,f8f8f8.u3.jpg
  rule(
    'redbubble.net',
    /-?(?:flat|pad|fit|c),\d+x?[\dx]*,[\w,]+?(?=[-.])(?:-bg,\w+)?(?:\.u\d)?(?=\.)|\.u\d(?=\.\w+$)/,
    '-bg,f8f8f8',
    '',
    'bg,transparent',
  ),
  // --- Sound and films
  // The last eight digits of the first half tell kind and size
  rule(
    'scdn.co spotifycdn.com',
    /\/ab67616d0000(?:4851|1e02|b273)/,
    '/ab67616d000082c1',
    '/ab67616d0000b273',
    '/ab67616d00001e02',
  ),
  rule(
    'scdn.co spotifycdn.com',
    /\/ab6761610000(?:f178|5174)/,
    '/ab6761610000e5eb',
    '/ab67616100005174',
  ),
  // /300/a
  rule(
    'scdn.co',
    /\/\/(?:pl\.scdn\.co\/images\/pl\/\w+|(?:o|mosaic)\.scdn\.co\/\d+)\//,
    '//i.scdn.co/image/',
    '//o.scdn.co/640/',
  ),
  // a.jpg/316x316bb.webp
  rule(
    'mzstatic.com',
    /\/\d+x\d+[\w.-]*\.(\w+)(?=$|\?)/,
    '/999999999x0w-999.png',
    '/999999999x0w.$1',
  ),
  // /us/r30/a/cover170x170.jpeg
  rule(
    'mzstatic.com',
    /\/\/\w+\.mzstatic\.com(\/us\/r\d+\/.*\/)[^/]+\.\w+$/,
    '//s3.mzstatic.com$1source',
    '//a1.mzstatic.com$1source',
  ),
  // /i/u/300x300/a.jpg
  rule(
    'lastfm.freetls.fastly.net lastfm-img2.akamaized.net lst.fm',
    /\/i\/u\/\w+\//,
    '/i/u/',
    '/i/u/ar0/',
  ),
  // 0123_10.jpg
  rule('bcbits.com', /_\d+(?=\.\w+$|$)/, '_0', '_1'),
  // --- Site builders and image services
  // a.jpg?format=300w, a.jpg/300w
  rule(
    'squarespace.com squarespace-cdn.com',
    /(?:\/\d+w)?(?:\?.*)?$/,
    '?format=original',
    '?format=2500w',
  ),
  // a.jpg/v1/fill/w_2,h_3/b.jpg, a.jpg_256
  rule('wixstatic.com wixmp.com', /(\/[^/]+\.(?:jpe?g|png|gif|webp))(?:\/v1\/.*|_[^/]*)$/i, '$1'),
  rule(
    'cloudinary.com',
    /\/private(?:_images)?\/(?:[^/_]*_[^/]*\/)+?(?=[^/]+(?:\/[^/]+)?$)/, // one way to read each part: else a page's address takes hours
    '/private_images/c_limit/',
  ),
  // w_300,c_fill/, s--abc--/, t_main/f_auto,q_auto/; many sites have it under their own host
  anywhere(
    /(?<=\/(?:upload|fetch|private|iu|images?)|cloudinary\.com)\/(?:(?:s--[\w-]+--|[a-z]{1,3}_[^/,]+(?:(?:,|%2C)[^/]+)?)\/)+/i,
    '/',
  ),
  // =w300-h200, =s64-c
  rule('googleusercontent.com ggpht.com', /=[swh]\d+[\w-]*$/i, '=s0', '=s0?imgmax=0'),
  // /s400/a.jpg, /w640-h480-p/a.jpg
  rule(
    'blogspot.com googleusercontent.com ggpht.com',
    /\/[swh]\d+(?:-[\w-]+)?\/(?=[^/]+$)/,
    '/s0/',
    '/s1600/',
  ),
  // /is/image/Shop/a:size?$preset$&wid=300, on shops' own hosts, too
  anywhere(/(\/is\/image\/[^?:]+)(?::[^?]*)?(?:\?.*)?$/, '$1?scl=1', '$1?scl=1&fmt=png-alpha'),
  // --- Newspapers and magazines
  // /photos/0123456789abcdef01234567/16:9/w_1280,c_limit/a.jpg, on magazines' own hosts
  anywhere(/(?<=\/photos\/[\da-f]{24})\/[^/]+\/[^/]+(?=\/[^/]+$)/, '/master/pass'),
  // /images/ic/640x360/a.jpg, /images/ic/credit/640x395/a.jpg, …/a.jpg/624
  rule(
    'bbci.co.uk bbc.co.uk bbc.com',
    /(?<=\/images\/ic\/)(?:credit\/)?\d+x\w+(?=\/)|(?<=\.\w{3,4}\/)\d+$/,
    'raw',
    '0',
  ),
  // /news/976/cpsprodpb/1/…; /news/1024/branded_news/1/…; /news/999/media/images/…
  rule(
    'bbci.co.uk bbc.co.uk bbc.com',
    /^.*?(?:\/(?:cpsprodpb|branded_\w+)\/|\/news\/\d+\/(?:mcs\/)?(?=media\/images))/,
    'https://c.files.bbci.co.uk/',
    'https://news.bbcimg.co.uk/',
  ),
  // a-super-169.jpg, a-overlay-tease.jpg
  rule(
    'cnn.com turner.com',
    /-(?:overlay-)?(?:ex|super|large|medium|small|full|story|horizontal|vertical|t1|tease)[\w-]*?(?:-\d{3})?(?=\.\w+$)/,
    '',
  ),
  // a-thumbLarge-v2.jpg, a-master1050.jpg, a-jumbo.jpg
  rule(
    'nyt.com nytimes.com',
    /-(?!superJumbo)(?:[a-z]+(?:[A-Z]\w*|\d+)|jumbo|popup)(-v\d+)?(?=\.\w+$)/,
    '-superJumbo$1',
    '-superJumbo',
    '-jumbo$1',
  ),
  // /resizer/KEY=/300x200/bucket/public/a.jpg; /rf/image_480x320/…
  rule(
    'washingtonpost.com',
    /^.*\/resizer\/.*?\/([\w-]+)\/(?=public\/)/,
    'https://$1.s3.amazonaws.com/',
  ),
  rule('washingtonpost.com', /\/rf\/image_\w+\/(.*?)(?:\?.*)?$/, '/rw/$1'),
];
