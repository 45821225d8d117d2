/** How services ask for sizes in an address, and what the whole picture is called there. */

/** A rule for one service or one idiom; `to` is put in place of what `from` matches in the address. */
export interface LargerRule {
  /** Ends of the host names it is for; without them it is an idiom of any site. */
  hosts?: readonly string[];
  from: RegExp;
  /** One address for each, the most likely largest first. */
  to: readonly string[];
}

const rule = (hosts: string, from: RegExp, ...to: string[]): LargerRule =>
  hosts === '' ? { from, to } : { hosts: hosts.split(' '), from, to };

/*
 * Written from the examples of ../shared/corpus/url-pairs.jsonl and the services' own pages; each is measured before it is
 * preferred, so a rule that has gone stale costs one request and spoils nothing.
 */
export const largerRules: readonly LargerRule[] = [
  // Social
  rule('pinimg.com', /\/(?:\d+x\d*(?:_\w+)?|\d+x)\/(?=\w\w\/)/, '/originals/'),
  rule('twimg.com', /([?&]name=)\w+/, '$1orig'),
  rule('twimg.com', /(\.\w{3,4})(?::\w+)?$/, '$1:orig'),
  rule('twimg.com', /_(?:normal|bigger|mini|\d+x\d+)(?=\.\w+$)/, ''),
  rule('tumblr.com', /\.pnj$/, '.png'),
  rule('tumblr.com', /\.gifv$/, '.gif'),
  rule('tumblr.com', /_(?:\d{2,4}|\d{2}sq)(?=\.\w+$)/, '_1280', '_512'),
  rule(
    'tumblr.com',
    /^https?:\/\/(?:\w+\.)?media\.tumblr\.com\/(.*_)(?:\d{2,4})\.(\w+)$/,
    'http://data.tumblr.com/$1raw.$2',
    'https://s3.amazonaws.com/data.tumblr.com/$1raw.$2',
  ),
  rule('tumblr.com', /\/s\d+x\d+(?:_c1)?\//, '/s2048x3072/'),
  rule(
    'ytimg.com',
    /\/(?:0|\d|(?:[mh]q|sd)?default(?:_live)?|hq720|maxres\d?)(?=\.\w+)/,
    '/maxresdefault',
    '/sddefault',
    '/oardefault',
  ),
  rule('imgur.com', /(\/\w{7})[sbtmlh](?=\.\w+$)/, '$1'),
  // One way to read each segment: with two, a long address takes for ever.
  rule('medium.com', /\/(?:max|fit|freeze|resize|fill|crop)(?:[:/][\w.-]+)*\/(?=[^/]+$)/, '/'),
  rule('pximg.net', /\/c\/[^/]+\//, '/'),
  // Photographs and art
  rule(
    'smugmug.com',
    /\.com\/(?:Galleries\/)?(.*)\/(?:Th|Ti|S|M|L|XL|X\d|[45]K)\/(.*?)(?:-(?:Th|Ti|S|M|L|XL|X\d|[45]K))(?=\.\w+$)/,
    '.com/$1/O/$2-O',
    '.com/$1/5K/$2-5K',
    '.com/$1/4K/$2-4K',
    '.com/$1/X5/$2-X5',
  ),
  rule('smugmug.com', /\/(?:Th|Ti|S|M|L|XL|X\d|[45]K)(?=\/[^/]+$)/, '/O'),
  rule('staticflickr.com flickr.com', /_[a-z](?=\.jpg$)/, '_k', '_h', '_b'),
  rule('artstation.com', /\/(?:\d{14}\/)?(?:\w+_square|small|medium)\//, '/4k/', '/large/'),
  rule(
    'behance.net',
    /\/(project_modules|projects|covers)\/[^/]+\//,
    '/$1/source/',
    '/$1/original/',
  ),
  rule('photobucket.com', /\/\/i(\d+)\./, '//oi$1.'),
  // Shops
  rule(
    '',
    /(\/(?:cdn\/shop|s\/files)\/.*?)(?:_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande|original|master))(?:_crop_\w+)?(?:@\dx)?(?:\.progressive)?(\.(?:jpe?g|png|gif|webp))(?:\.webp)?/i,
    '$1$2',
  ),
  rule(
    'cdn.shopify.com',
    /(?:_(?:\d+x\d*|x\d+|small|medium|large|grande))?(\.(?:jpe?g|png|gif|webp))(?:\.webp)?\?.*$/i,
    '$1',
  ),
  rule(
    'media-amazon.com images-amazon.com ssl-images-amazon.com',
    /\._[A-Z][^/]*(?=\.\w+$)|\.U[XY]\d+(?=\.\w+$)/,
    '',
  ),
  rule(
    'media-amazon.com images-amazon.com ssl-images-amazon.com',
    /(?:\.\d*)?_(?:AC|SX|SY|UX|UY|SL|SS|CR|QL)[^/]*_(?=\.\w+$)/,
    '',
  ),
  rule(
    'etsystatic.com',
    /\/(il)_(?:\d+x[\dN]+|\d+xN)\./,
    '/$1_fullxfull.',
    '/$1_1588xN.',
    '/$1_570xN.',
  ),
  rule(
    'etsystatic.com',
    /\/(is\w+|imfs|iusa)_[\dxN]+|\/(\w+)_fullxfull/,
    '/$1$2_origxorig',
    '/$1$2_fullxfull',
  ),
  rule(
    'ebayimg.com',
    /(?:\/thumbs)?\/images\/(.*)\/s-l\d+/,
    '/images/$1/s-l9999',
    '/images/$1/s-l1600',
  ),
  rule('ebayimg.com', /\/\d+\/s\/[^/]+\/z\/([^/]+)\/.*$/, '/images/g/$1/s-l9999.jpg'),
  rule(
    'ebaystatic.com',
    /^.*\/m\/([\w-]+)(?:\/\d+)?\.jpg$/,
    'https://ssli.ebayimg.com/images/m/$1/s-l9999.jpg',
  ),
  rule('ebaystatic.com', /\/d\/l\d+\//, '/d/l9999/'),
  rule('scene7.com', /\?.*$|$/, '?scl=1'),
  rule('wfcdn.com', /\/(?:resize-[^/]*?(?:%5E|\^)|maxsquare(?=\/))/, '/', '/unprocessed'),
  rule('nike.com', /\/[a-z]_[^/]*,[^/]*(?=\/)/, ''),
  rule(
    'redbubble.net',
    /\.u\d(?=\.\w+$)|-(?:flat|pad|fit),\d+x\d*,[\w,-]+?(?=-bg)|-pad,\d+x\d+,\w+\.u\d(?=\.\w+$)/,
    '',
    '-bg,f8f8f8',
  ),
  // Sound and films
  rule('scdn.co', /^https?:\/\/pl\.scdn\.co\/images\/pl\/\w+\//, 'https://i.scdn.co/image/'),
  rule(
    'scdn.co',
    /\/ab67616d0000(?:4851|1e02|b273)/,
    '/ab67616d000082c1',
    '/ab67616d0000b273',
    '/ab67616d00001e02',
  ),
  rule('scdn.co', /\/ab6761610000(?:f178|5174)/, '/ab6761610000e5eb', '/ab67616100005174'),
  rule('mzstatic.com', /\/\d+x\d+[\w-]*\.(?:webp|jpe?g|png)$/, '/999999999x0w-999.png'),
  rule('mzstatic.com', /(\/us\/r\d+\/.*\/)[^/]+\.\w+$/, '$1source'),
  rule(
    'lastfm.freetls.fastly.net lst.fm',
    /\/i\/u\/(?:avatar)?(?:\d+\w*|ar\w+)\//,
    '/i/u/',
    '/i/u/arL/',
  ),
  // Site builders and image services
  rule('squarespace.com squarespace-cdn.com', /([?&]format=)\w+/, '$1original'),
  rule('wixstatic.com', /(\/media\/[^/]+?\.(?:jpe?g|png|gif|webp))(?:\/v1\/.*|_.*)$/i, '$1'),
  rule(
    'cloudinary.com',
    /\/private_images\/(?:[^/]*_[^/]*\/)+?(?=[^/]+\/[^/]+$)/,
    '/private_images/c_limit/',
  ),
  rule(
    '',
    /(?<=\/(?:upload|fetch|private|iu)|cloudinary\.com)\/(?:(?:s--[\w-]+--|(?:[a-z]{1,3}_[^/,]+)(?:(?:,|%2C)[^/]+)?)\/)+/i,
    '/',
  ),
  rule('googleusercontent.com ggpht.com', /=[swh]\d+[\w-]*$/i, '=s0', '=s0?imgmax=0'),
  rule(
    'blogspot.com googleusercontent.com ggpht.com',
    /\/[swh]\d+(?:-[\w-]+)?\/(?=[^/]+$)/,
    '/s0/',
    '/s1600/',
  ),
  rule('bbci.co.uk', /\/images\/ic\/[\w-]+\/(?:credit\/)?/, '/images/ic/raw/'),
  rule('bbci.co.uk', /(\.\w{3,4})\/\d+$/, '$1/0'),
  rule('bbci.co.uk', /^.*\/(?:cpsprodpb|branded_\w+)\//, 'https://c.files.bbci.co.uk/'),
  rule('bbci.co.uk', /^.*\/news\/\d+\/(?:mcs\/)?(?=media\/images\/)/, 'https://news.bbcimg.co.uk/'),
  rule('files.bbci.co.uk', /\/\d+x\d+\//, '/original/'),
  rule(
    'cnn.com',
    /-(?:overlay-)?(?:ex|super|large|medium|small|full|story|horizontal|vertical|t1|tease)[\w-]*?(?:-\d{3})?(?=\.\w+$)/,
    '',
  ),
  rule(
    'washingtonpost.com',
    /^.*\/resizer\/.*?\/(arc-anglerfish[^/]*)\//,
    'https://$1.s3.amazonaws.com/',
  ),
  rule('washingtonpost.com', /\/rf\/image_\w+\//, '/rw/'),
  rule(
    'nyt.com nytimes.com',
    /-(?:thumb\w+|article\w+|square\d+|jumbo|facebookJumbo|medium\w+|videoSixteen\w+|threeByTwo\w+|master\d+)(?:-v\d+)?(?=\.\w+$)/,
    '-superJumbo',
  ),
  rule('wikimedia.org', /\/thumb(\/.*?\.\w{3,4})\/[^/]+$|\/thumb(?=\/archive\/)/, '$1'),
  // Idioms
  rule('', /\/_jcr_content\/.*$/, ''),
  rule('', /-(?:\d{2,4}x\d{2,4}|scaled)(?=\.\w{3,4}(?:$|\?))/, ''),
  rule('', /\/styles\/[^/]+\/(?:public|private)\//, '/'),
  rule('', /\/cache\/(?:\d+\/\w+\/[^/]*\/)?[0-9a-f]{32}\//, '/'),
  rule('', /\/optimized\/(\dX\/.*)_\d+_\d+x\d+(?=\.\w+$)/, '/original/$1'),
];
