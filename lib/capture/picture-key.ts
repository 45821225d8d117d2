/** Which addresses are of one picture, at whatever size, crop or format. Wrong unions hide a picture, so doubt separates. */
import { maxUrl } from './limits';

/** Query parameters that change size, crop or encoding of a picture, and never which picture it is. */
const sizeParameter =
  /^(?:(?:im|max-?|n)?(?:w|h|wid|hei|width|height)|resize(?:_to)?|fit|crop|q|quality|qlt|dpr|size|sz|scale|auto|format|fmt?|output|strip|ssl|impolicy|downsize|rect|usm|(?:op_)?sharp(?:en)?|s[wm]|ratio|ixlib|cs|bg|pad|zoom|itok|rnd|enable|upscale|optimize|s|tr|ops|mode|anchor|v|ver|version|_|t)$/i;

/** Parameters in which image proxies and optimisers carry the address of the picture itself. */
const innerParameter = /^(?:url|src|u|(?:image|img)(?:_?url)?)$/i;
const proxyPath =
  /_next\/image|_vercel\/image|\/_image|_ipx|imgproxy|wsrv|weserv|thumbor|resize|proxy|safe_image|timthumb|cdn-cgi\/image|image\/fetch|thumb\.php|img\.php|imrs\.php|pbox\.php|\/image\?/i;

/** Words and numbers that image services put at the end of a name for a size, a crop or a quality. */
const sizeSuffix =
  /[-_.](?:\d{2,4}x\d{0,4}|x\d{2,4}|\d{2,4}w|w\d{2,4}|h\d{2,4}|[wh]_\d+|s[xyl]\d{2,4}|scaled|crop(?:ped)?|resized?|large|grande|medium|small|thumb(?:nail)?|master|standard|square|orig(?:inal)?|full|e\d{9,}|\d{3,4}-\d{2}|[1-9]x[1-9]|16x9|\d{3,4})$/;

/** Path segments that ask for a size or a crop. */
const sizeSegment =
  /(?:^|[,_;])(?:[whqc]|width|height|quality|fit|crop)[_=-]\d+|^(?:fit-in|smart|adaptive-fit-in|scale|resize|fill|crop)$|^\d{1,4}x\d{1,4}(?:_.*)?$|^(?:c|f|q|w|h|g|ar|dpr|fl|t|e|s--[\w-]{8}--)(?:_[\w.:-]+)?(?:,.*)?$|^(?:s|w|h)\d{2,4}(?:-[\w-]+)?$|^__.*__$|^strip[_:]|^!?\d*,\d*$/;

/** Shops keep their copies in folders that are named by what was done to a picture. */
const cacheFolder = /\/cache(?:\/\d+\/\w+)?(?:\/\d*x\d*)?\/[\da-f]{32}(?=\/)/;

const pictureEnding = /\.(?:jpe?g|png|gif|webp|avif|jxl|bmp|tiff?|image)(?=$|[.@:!_])/g;

/** Names that say nothing of the picture: only its folder does. */
const commonName =
  /^(?:image|images|img|photo|picture|pic|index|main|default|thumb|thumbnail|file|master|original|full|large|medium|small|maxresdefault|hqdefault|sddefault|mqdefault|standard|cover|hero|banner|\d{1,5}|)$/;

/** Follows addresses that hold another one, as those of image proxies do; at most three times. */
export function unwrapped(url: string): string {
  let found = url;
  for (let step = 0; step < 3; step += 1) {
    const inner = innerOf(found);
    if (inner === null) return found;
    found = inner;
  }
  return found;
}

/** What any address that holds another one has; a look that spares the others the parsing. */
const mayHoldAnother = /^https?:\/\/i\d\.wp\.com\/|.{8}(?::\/|%3a|=)/is;

function innerOf(url: string): string | null {
  if (!mayHoldAnother.test(url) || !URL.canParse(url)) return null;
  const { href, hostname, pathname, searchParams } = new URL(url);
  if (/^i\d\.wp\.com$/.test(hostname)) return `https:/${pathname}`;
  const text = innerText(href) ?? (proxyPath.test(href) ? valueWithAddress(searchParams) : null);
  return text !== null && URL.canParse(text, href) ? new URL(text, href).href : null;
}

/** A whole address that follows the path of the proxy's own. */
function innerText(href: string): string | null {
  const match = /^https?:\/\/[^?#]+?\/(https?:\/\/?[^/].*|https?%3a%2f%2f.+)$/i.exec(href);
  const [, text = ''] = match ?? [];
  if (text === '') return null;
  const plain = /^https?%3a|%3fq?|^[^?]*%3f/i.test(text) ? decoded(text) : text;
  return plain.replace(/^(https?:)\/(?!\/)/i, '$1//');
}

function valueWithAddress(parameters: URLSearchParams): string | null {
  for (const [name, value] of parameters) {
    const isAddress = /^(?:https?:)?\/\/|^\/[^/]/.test(value);
    if (innerParameter.test(name) && isAddress) return value;
  }
  return null;
}

/** What tells one picture from another. */
export interface PictureKeys {
  /** Shared by all sizes: host, folders and name without what asks for a size. Other than http(s): the address. */
  picture: string;
  /** For a picture that lies in several places of a site: its name, where that is of one picture only; else null. */
  name: string | null;
}

/** Both keys of an address. */
export function keysOf(url: string): PictureKeys {
  if (!/^https?:/.test(url) || url.length > maxUrl) return { picture: url, name: null };
  const { hostname, pathname, searchParams } = new URL(unwrapped(url));
  const path = decoded(pathname).toLowerCase().replace(cacheFolder, '');
  const segments = path.split('/').filter(Boolean);
  const name = bareName(segments.pop() ?? '');
  const site = siteOf(hostname);
  const isPinterest = site.endsWith('pinimg.com');
  const folders = isPinterest ? [] : segments.filter((segment) => !sizeSegment.test(segment));
  const query = [...searchParams]
    .filter(([key]) => !sizeParameter.test(key))
    .map((pair) => pair.join('='))
    .toSorted();
  const isTelling = name.length >= 12 && /[a-z]/.test(name) && /[\d_-]/.test(name);
  return {
    picture: `${site}/${[...folders, name].join('/')}?${query.join('&')}`,
    name: isTelling && !commonName.test(name) ? `${site}//${name}` : null,
  };
}

/** The key that all sizes of one picture share. */
export const pictureKey = (url: string): string => keysOf(url).picture;

/** A file's name without endings and without what asks for a size. */
function bareName(name: string): string {
  let bare = name
    .replace(pictureEnding, '')
    .replace(/[:!].*$/, '')
    .replace(/\._[\w,%+-]*_(?=\.|$)/, '')
    .replace(/=(?:[wsh]\d|s\d).*$/, '')
    .replace(/@[23]x$/, '');
  for (let step = 0; step < 4; step += 1) {
    const shorter = bare.replace(sizeSuffix, '').replace(/@[23]x$/, '');
    if (shorter === bare || commonName.test(shorter)) break;
    bare = shorter;
  }
  return bare;
}

/** The host, without the part that tells one image server of a site from the next. */
function siteOf(hostname: string): string {
  return hostname.replace(/^(?:www|m|i|img|images?|static|media|cdn|assets)\d*\./, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
