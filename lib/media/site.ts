import { isPrivateHost } from './private-host';

/** The match pattern of a picture's site, to ask the person for; null where Tack reads from no such place. */
export function siteOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || isPrivateHost(parsed.hostname)) return null;
  return `https://${parsed.hostname}/*`;
}
