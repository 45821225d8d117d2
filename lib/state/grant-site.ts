import { browser } from 'wxt/browser';

import { siteOf } from '../media/url-policy';

/** Asks the browser to let Tack read the site of a picture; true where the person allowed it. Needs a click. */
export async function grantSite(imageUrl: string): Promise<boolean> {
  const origin = siteOf(imageUrl);
  if (!origin) return false;
  return browser.permissions.request({ origins: [origin] }).catch(() => false);
}
