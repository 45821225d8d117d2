/** Of names of sites, the one that a host belongs to: each counts for its subdomains as well, the longest name first. */
export function siteAmong(host: string, sites: readonly string[]): string | undefined {
  const [site] = sites
    .filter((each) => host === each || host.endsWith(`.${each}`))
    .toSorted((one, other) => other.length - one.length);
  return site;
}

/** The site of a page, as it is remembered: its host without `www.`; '' for a page that has none. */
export function siteOfPage(pageUrl: string): string {
  const url = URL.parse(pageUrl);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return '';
  return url.hostname.replace(/^www\./, '');
}

/** Whether two addresses are of one page; where on it the person has scrolled to is no matter. */
export const isSamePage = (one: string, other: string): boolean =>
  one.split('#', 1)[0] === other.split('#', 1)[0];
