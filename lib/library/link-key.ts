import { withoutTracking } from '../drafts/clean-link';

/**
 * What a link is known by: without what only tracks, without its scheme, `www.` or `m.`, its place in the page and a slash at
 * its end, whatever the order of its parameters. Short, as a session holds ten thousands; null where it is no address of the web.
 */
export function linkKey(link: string): string | null {
  const url = URL.parse(withoutTracking(link).url);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.host.replace(/^(www|m)\./, '');
  url.searchParams.sort();
  return shortOf(host + url.pathname.replace(/\/+$/, '') + url.search);
}

/** A number of 53 bits for a text (cyrb53): two of a hundred thousand links are never taken for one. */
function shortOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mix = (one: number, other: number) =>
    Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const [mixedHigh, mixedLow] = [mix(high, low), mix(low, high)];
  return (4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0)).toString(36);
}
