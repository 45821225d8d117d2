import { browser } from 'wxt/browser';

import { siteAmong } from './site';

/** Hosts that Firefox lets no extension into, whatever is granted: `extensions.webextensions.restrictedDomains` of Firefox 140. */
const FIREFOX_OWN = [
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
];

/** Whether a page is of the kind that browsers let no extension read, by its address alone. */
export function isClosed(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return url?.protocol !== 'file:';
  return siteAmong(url.hostname, FIREFOX_OWN) !== undefined;
}

/**
 * Tells why a browser let no script into a tab: `page/restricted` where it lets no extension in, `page/not-asked` where the
 * person has not asked for it. Firefox 140 says "Missing host permission" for both, after a click on the toolbar too (measured
 * with view-source:), and would send the person to click again and again.
 */
export async function whyRefused(
  tabId: number,
  cause: unknown,
): Promise<'page/not-asked' | 'page/restricted'> {
  if (!/must request permission|missing host permission/i.test(String(cause)))
    return 'page/restricted';
  const [url, knowsAll] = await Promise.all([
    browser.tabs.get(tabId).then(
      (tab) => tab.url,
      () => undefined,
    ),
    browser.permissions.contains({ permissions: ['tabs'] }).catch(() => false),
  ]);
  if (url === undefined) return 'page/not-asked';
  // Tack sees an address where it was let in; with the mark on pages that were pinned, of every tab.
  return !knowsAll || isClosed(url) ? 'page/restricted' : 'page/not-asked';
}
