/** Other addresses at which a larger file of a picture may lie. */
import { largerRules, type LargerRule } from './larger-rules';
import { unwrapped } from './picture-key';

/** Addresses that are tried for one picture: each is a request. */
const maxTries = 6;

/** Parameters that sign an address: changed, it is refused, or worse, counted as an attack. */
const signature =
  /[?&](?:x-amz-[\w-]+|x-goog-[\w-]+|x-expires|x-signature|signature|sig|sign|token|hmac|policy|key-pair-id|expires|oh|oe|_nc_\w+|ci_sign)=|[?&]s=[0-9a-f]{32}/i;

/** Parameters that ask for a size or a crop, and nothing else. */
const sizes =
  /^(?:w|h|width|height|wid|hei|imwidth|maxwidth|maxheight|max-w|max-h|resize|fit|crop|quality|qlt|q|dpr|size|sz|scale|downsize|rect|sw|sh|sm|odnwidth|odnheight|odnbg|auto|format|fm|fmt|usm|sharp|zoom|ssl|strip|impolicy|optimize|cs|ixlib|bg|func|force_format|org_if_sml)$/i;

/**
 * Where a larger file of a picture may lie, the most likely largest first. Nothing is known of them but their address: each
 * has to be loaded and measured before it is used. A signed address has none; what it holds whole, it has.
 */
export function largerVersions(url: string): string[] {
  if (!/^https?:/.test(url)) return [];
  const inner = unwrapped(url);
  const own = inner === url ? [] : [...rewritten(inner), inner, withoutSizes(inner)];
  const found = signature.test(url) ? own : [...own, ...rewritten(url), withoutSizes(url)];
  return [...new Set(found)]
    .filter((each) => each !== url && URL.canParse(each))
    .slice(0, maxTries);
}

function rewritten(url: string): string[] {
  if (signature.test(url)) return [];
  const { hostname } = new URL(url);
  const applied = largerRules
    .filter((rule) => isFor(rule, hostname))
    .flatMap((rule) => apply(rule, url));
  // One service may ask for a size in two places.
  return [...applied, ...applied.slice(0, 2).flatMap((each) => withoutSizes(each))];
}

const isFor = ({ hosts }: LargerRule, hostname: string): boolean =>
  hosts === undefined || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));

function apply({ from, to }: LargerRule, url: string): string[] {
  if (!from.test(url)) return [];
  return to.map((replacement) => url.replace(from, replacement)).filter((each) => each !== url);
}

/** The address without what asks for a size; the same where nothing else would be left out. */
function withoutSizes(url: string): string {
  if (signature.test(url)) return url;
  const [address = '', query = ''] = url.split('?', 2);
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !sizes.test(pair.split('=', 1)[0] ?? ''));
  return kept.length > 0 ? `${address}?${kept.join('&')}` : address;
}
