import { render } from 'preact';
import { browser } from 'wxt/browser';

import { AllowHere } from '../../components/sites/AllowHere';
import { send } from '../../lib/messages/send';
import { hostOfPage } from '../../lib/sites/host';
import { createSitesStore, followSites } from '../../lib/state/sites';

/** Shows the control of the site in a tab in its place in the popup's head, with a store of its own. */
export async function showAllowHere(tabId: number): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  const host = hostOfPage(url);
  const place = document.querySelector('#site');
  if (!host || !place) return;
  const sites = createSitesStore(send, (pattern) =>
    browser.permissions.request({ origins: [pattern] }).catch(() => false),
  );
  followSites(sites, new AbortController().signal); // as long as the popup's document
  await sites.getState().load();
  render(<AllowHere host={host} sites={sites} />, place);
}
