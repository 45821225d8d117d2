/** Other addresses at which a larger file of a picture may lie. */
import { isImageFile } from './image-url';
import { idioms } from './larger-idioms';
import { serviceRules, type LargerRule } from './larger-rules';
import { unwrapped } from './picture-key';

/** Addresses that are tried for one picture: each is a request. */
const maxTries = 6;

/** Code units of an address worth a look: longer ones are signed, or made to keep the rules busy. */
const maxLength = 2_000;

/** Parameters that sign an address: changed, it is refused, or worse, counted as an attack. */
const signature =
  /[?&](?:x-amz-[\w-]+|x-goog-[\w-]+|x-expires|[\w-]*signature|\.?sig|sign|token|auth(?:_key)?|hmac|policy|key-pair-id|expires|hdn\w+|__gda__|oh|oe|_nc_\w+|ci_sign)=|[?&]s=[\da-f]{32}/i;

/** Hosts whose addresses are signed in whole, also where no parameter looks like it. */
const signedHosts =
  /(?:^|\.)(?:fbcdn\.net|cdninstagram\.com|tiktokcdn(?:-\w+)?\.com|(?:external-)?preview\.redd\.it)$/;

/** Parameters that ask for a size, a crop or a format, and nothing else. */
const sizes =
  /^(?:(?:im|max|min|set|output|scale)?[-_]?(?:w|h|d?wid|d?hei|width|height|size|scale|dimensions?|quality|format)|n?width|n?height|resi[zs]e(?:_to|_mode|style)?|fit(?:in)?|crop|qlt|q|dpr|sz|downsize|rect|op_\w+|resmode|s[whm]|odn\w+|auto|fm|fmt|usm|sharp|zoom|ssl|strip(?:meta)?|impolicy|optimi[sz]e|compress(?:ion)?|cs|ixlib|bg(?:c|color)?|func|org_if_sml|disable|enable|upscale|twic|tr|im|m[wh]|profile|scale\.\w+|filter|composite-to|_ex|imgmax|itok|\$[\w-]+\$|x-\w+-process|imageview2?|imagemogr2|thumbnail)$/i;

/** Where nothing but a size was in a name, nothing is left of it. */
const nameless = /\/[-_.]\w+$/;

/** What is taken for a size must not be a part of the picture's name. */
const isName = /[/.]\w/;

/**
 * Where a larger file of a picture may lie, the most likely largest first. Nothing is known of them but their address: each
 * has to be loaded and measured before it is used. A signed address has none; what it holds whole, it has.
 */
export function largerVersions(url: string): string[] {
  if (!/^https?:/.test(url) || url.length > maxLength) return [];
  const held = heldIn(url).flatMap((inner) => rewritten(inner).concat(inner));
  return [...new Set([...held, ...rewritten(url)])]
    .filter((each) => each !== url && URL.canParse(each) && !nameless.test(each))
    .slice(0, maxTries);
}

/** The addresses of pictures that an address holds: as image proxies have them, or in any parameter. */
function heldIn(url: string): string[] {
  const inner = unwrapped(url);
  if (inner !== url) return [inner];
  return [...new URL(url).searchParams.values()].filter(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value) && isImageFile(value),
  );
}

function rewritten(url: string): string[] {
  const { hostname } = new URL(url);
  if (signature.test(url) || signedHosts.test(hostname)) return [];
  const own = serviceRules.filter((rule) => isFor(rule, hostname) && rule.from.test(url));
  const found = own.length > 0 ? own.flatMap((rule) => apply(rule, url)) : guessed(url);
  // A size may be asked for in the query besides; where a service's rule has set something there, it is right as it is.
  const isSet = (each: string) =>
    own.length > 0 && (each === url || queryOf(each) !== queryOf(url));
  const trimmed = found.map((each) => (isSet(each) ? each : withoutSizes(each)));
  const plain = found.some(isSet) ? [] : [withoutSizes(url)];
  return [...trimmed, ...found.slice(0, 1), ...plain];
}

const queryOf = (url: string) => url.split('?', 2)[1];

/** What idioms make of an address: all of them in turn, and each alone. */
function guessed(url: string): string[] {
  const alone = idioms.filter(({ from }) => from.test(url)).map((rule) => apply(rule, url));
  const all = idioms.reduce((address, rule) => apply(rule, address)[0] ?? address, url);
  return [...(alone.length > 1 ? [all] : []), ...alone.flat()];
}

const isFor = ({ hosts }: LargerRule, hostname: string): boolean =>
  hosts === undefined || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));

const apply = ({ from, to }: LargerRule, url: string): string[] =>
  to.map((replacement) => url.replace(from, replacement));

/** The address without what asks for a size; the same where nothing else would be left out. */
function withoutSizes(url: string): string {
  const [address = '', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((pair) => pair !== '' && !asksForSize(pair));
  return kept.length > 0 ? `${address}?${kept.join('&')}` : address;
}

function asksForSize(pair: string): boolean {
  const [, name = '', value = ''] = /^([^=/]*)(.*)$/.exec(pair) ?? [];
  return sizes.test(name) && (!isName.test(value.slice(1)) || /^(?:image|x-)/i.test(name));
}
