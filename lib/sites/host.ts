/** Names with a dot, in the form that browsers compare. No stars: a pattern would allow more than one host. */
const hostPattern = /^(?=.{1,253}$)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+$/;

/**
 * The host that a site is remembered by, such as `www.example.com`; null where there is none to allow. Only https: what
 * comes without encryption may be anybody's. A developer's own `localhost` is the exception.
 */
export function hostOfPage(pageUrl: string): string | null {
  const url = URL.parse(pageUrl);
  if (url?.hostname === 'localhost') return /^https?:$/.test(url.protocol) ? 'localhost' : null;
  return url?.protocol === 'https:' && hostPattern.test(url.hostname) ? url.hostname : null;
}

/** The host in what a person typed or pasted: a name, or an address of any page there. */
export function hostOfText(text: string): string | null {
  const typed = text.trim();
  return hostOfPage(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
}

/** The match pattern of a host, which is what the browser asks the person for. */
export const patternOf = (host: string): string =>
  host === 'localhost' ? 'http://localhost/*' : `https://${host}/*`;
