/** The site of a page, as it is remembered: its host without `www.`; '' for a page that has none. */
export function siteOfPage(pageUrl: string): string {
  const url = URL.parse(pageUrl);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return '';
  return url.hostname.replace(/^www\./, '');
}
