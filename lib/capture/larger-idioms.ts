/** How sites of all kinds ask for sizes in an address. */
import type { LargerRule } from './larger-rules';

const idiom = (from: RegExp, ...to: string[]): LargerRule => ({ from, to });

/** Tried where no service's rule fits; an address may have several of them. What comes first is the surest. */
export const idioms: readonly LargerRule[] = [
  // Thumbor and its kind name a whole host: /unsafe/300x200/smart/a.test/b.jpg
  idiom(
    /^https?:\/\/[^/?]+\/(?:[^?]*?\/)?(?<!\/sites\/)((?:[\w-]+\.)+(?!jpe?g\/|png\/|gif\/|webp\/|php\/|aspx?\/)[a-z]{2,12}\/[^?]*\.(?:jpe?g|png|gif|webp))(?:\?.*)?$/i,
    'https://$1',
  ),
  // MediaWiki: /thumb/a/ab/T.jpg/220px-T.jpg
  idiom(/\/thumb(\/(?:archive\/)?\w\/\w\w\/[^/]+\.\w{3,4})(?:\/[^/]+)?$/, '$1'),
  // IIIF, of museums and libraries: /full/500,/0/default.jpg
  idiom(
    /\/[\w,:.]+\/[!^]?(?:\d*,\d*|pct:[\d.]+)\/0\/(\w+\.\w{3,4})$/,
    '/full/max/0/$1',
    '/full/full/0/$1',
  ),
  // Image services in front of a site: /cdn-cgi/image/w=300/, /tr:w-300/, /-/resize/300x/
  idiom(
    /\/cdn-cgi\/image\/[^/]+|\/tr:[^/]+|(?:\/-\/[a-z_]+\/[^/]+)+(?=\/)|\/scale-to-width(?:-down)?\/\d+/,
    '',
  ),
  // Drupal, Magento, OpenCart, Ghost, Craft: copies in folders of their own
  idiom(
    /\/styles\/[^/]+\/(?:public|private|s3)(?=\/)|\/cache\/(?:\d+\/\w+\/[^/]*\/)?[\da-f]{32}(?=\/)|\/cache(?=\/(?:catalog|data)\/)|\/size\/[wh]\d+(?:[wh]\d+)?(?=\/)|\/_\d+x(?:\d+|AUTO)_[\w-]+(?=\/)/,
    '',
  ),
  // What follows a whole name: a.jpg/_jcr_content/renditions/b.jpg, a.jpg_640x640.jpg, a.jpg!w300, a.jpg.webp
  idiom(/(\/[^/?]+\.(?:jpe?g|png|gif))[/_!@~.][^?]+(?=$|\?)/i, '$1'),
  // A size at the end: a-300x200.jpg, a.600x338.jpg, a_500.jpg, a-scaled.jpg, a-p-500.png, 12-home_default/
  idiom(
    /[-_.](?:\d{2,4}x\d{0,4}[a-z]?|x\d{2,4}|w?[1-9]\d{1,2}0|\d{2,4}_\d{2,4}|scaled|p-\d{3,4}|\d+[wps]i|[a-z]+_default(?=\/))(?=(?:\.\w{3,4})?(?:$|\?|\/[^/]+$))/,
    '',
  ),
  // A word for a size at the end, or a size in place of a name: a_thumb.jpg, a-small.jpg, a.th.jpg, 1/medium.jpg, 1/300x200.jpg
  idiom(
    /([-_./])(?:thumb(?:nail)?s?|small|medium|mini|preview|teaser|square|tn|th|(?<=_)[smt]|\dx|(?<=\/)(?:large|\d{2,4}x\d{0,4}))(?=\.\w{3,4}(?:$|\?))/i,
    '',
    '$1original',
    '$1large',
    '$1full',
  ),
  // At the beginning: thumb_a.jpg, 300x200_a.jpg
  idiom(/\/(?:thumb|small|medium|mini|tn|th|\d{2,4}x\d{2,4})[-_](?=[^/]+$)/i, '/'),
  // In the path: /640x480/a.jpg, /thumbs/a.jpg
  idiom(
    /\/(?:(?:\d{2,4}x\d{0,4}|[wh]_?\d{2,4})(?:[-_,]\w+)?|(?:thumb(?:nail)?s?|small|medium|normal|large|mini|preview|cropped)(?:[-_]\d\w*)?)(?=\/)/i,
    '/original',
    '',
    '/large',
    '/full',
  ),
];
