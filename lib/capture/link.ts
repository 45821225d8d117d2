import { maxUrl } from './limits';

/**
 * The address of a page as a pin may link to it, or null for anything but http(s): without hash, user name, and parameters
 * with a password (the official save button leaves these out, too). What is left keeps its spelling.
 */
export function webLink(address: string, base: string): string | null {
  const text = address.trim();
  const url = text === '' || text.length > maxUrl ? null : URL.parse(text, base);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  if (/password/i.test(url.search)) {
    const pairs = url.search.slice(1).split('&');
    url.search = pairs.filter((pair) => !/password/i.test(pair.split('=', 1)[0] ?? '')).join('&');
  }
  return url.href;
}
