import { kindOf } from './url-policy';

/** Endings, and values of parameters that ask an image service for a format, which are neither JPEG nor PNG. */
const REFUSED = /^(?:webp|avif|gif|svg|bmp|ico|heic|jxl|tiff?)$/i;
const FORMAT_PARAMETERS = ['format', 'fm', 'fmt', 'f', 'output'];

/**
 * Whether a picture can be given to Pinterest as an address: public, over https, and not said to be anything but a JPEG or
 * PNG; Pinterest refuses WebP and the like (research/pinterest-api.md §5). Private hosts and names and passwords in an
 * address are nobody's business.
 *
 * @param type as the page tells it, or ''
 */
export function canBeFetchedByPinterest({ url, type }: { url: string; type: string }): boolean {
  if (kindOf(url) !== 'public') return false;
  const parsed = new URL(url);
  if (type !== '' && !/^image\/(?:jpe?g|png)$/i.test(type)) return false;
  const ending = /\.(\w+)$/.exec(parsed.pathname)?.[1] ?? '';
  const asked = FORMAT_PARAMETERS.map((name) => parsed.searchParams.get(name) ?? '');
  return ![ending, ...asked].some((format) => REFUSED.test(format));
}
