/**
 * What an address that a page gave may be used for. The one place that decides it: browsers have many spellings for one
 * host, and two places that read them would not agree. Addresses are read by the browser's own `URL`, never by patterns.
 *
 * - `public`: https, a name of the web, no user name or password. Pinterest may be given it, and Tack may ask the person to
 *   let it read from there.
 * - `open`: of the web as well, but without encryption or with a name in it: shown and linked to, never fetched.
 * - `private`: of this machine, of its network, or a bare number: a page of the web may not name it to Tack at all.
 * - `other`: no address of http(s), such as `data:`, `blob:` and what is none.
 */
export type AddressKind = 'public' | 'open' | 'private' | 'other';

/** Tells what an address may be used for. */
export function kindOf(address: string): AddressKind {
  const url = webUrl(address);
  if (!url) return 'other';
  if (isPrivateHost(url.hostname)) return 'private';
  return url.protocol === 'https:' && !url.username && !url.password ? 'public' : 'open';
}

/** Whether an address of http(s) is of this machine or its network. */
export const isPrivate = (address: string): boolean => kindOf(address) === 'private';

/**
 * Whether an address of http(s) is for certain of this machine or its network: a page of there may name pictures of there.
 * A bare number or a name that can't be one of the web may stand for a page of anybody's.
 */
export function isOfOwnNetwork(address: string): boolean {
  const url = webUrl(address);
  return url !== null && isPrivateHost(url.hostname) && isOwnHost(nameOf(url.hostname));
}

/**
 * Whether a page or picture at `from` may name an address: one of the web always; one of the own network, or a bare number,
 * where it is of the own network itself, or has that very host.
 */
export function mayName(from: string, address: string): boolean {
  if (!isPrivate(address) || isOfOwnNetwork(from)) return true;
  return webUrl(from)?.hostname === webUrl(address)?.hostname;
}

/** The match pattern of a picture's site, to ask the person for; null where Tack reads from no such place. */
export function siteOf(address: string): string | null {
  return kindOf(address) === 'public' ? `https://${new URL(address).hostname}/*` : null;
}

const nameOf = (hostname: string) => hostname.toLowerCase().replace(/\.+$/, '');

/** Loopback, private, shared and link-local numbers, in both families (RFC 1918, 3927, 4193, 4291, 6598), and names that no public server has. */
const OWN_NUMBERS =
  /^(?:127|10|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^\[(?:::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/;

const isOwnHost = (name: string) =>
  name.startsWith('[') || /^[\d.]+$/.test(name)
    ? OWN_NUMBERS.test(name)
    : !/(?:^|\.)onion$/.test(name) && !/(?<!(?:^|\.)home)\.arpa$/.test(name);

/** A page's picture in a `data:` address may be megabytes: it is not taken apart to find that out. */
function webUrl(address: string): URL | null {
  const url = /^data:/i.test(address) ? null : URL.parse(address);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
}

/**
 * Whether a host name is of this machine, of its network, or a literal address. Pictures of the web have names; an address
 * in numbers is more likely a router. What a public name stands for in the end can't be known here.
 *
 * @param hostname as `URL` gives it, in which all spellings of an IPv4 address are one
 */
function isPrivateHost(hostname: string): boolean {
  const name = nameOf(hostname);
  if (name.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return true;
  const isLocal =
    /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|onion)$/;
  return !name.includes('.') || isLocal.test(name);
}
