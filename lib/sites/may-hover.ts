import type { From } from '../messages/sender';
import { hostOfPage } from './host';
import type { AllowedSites } from './types';

/**
 * Tells whether a button on a picture may ask for a pin: the tab in front shows a site that has the button, and the
 * document that asks is of the same site. The browser tells both, so no page can say it for itself.
 */
export function mayHover(from: From, sites: AllowedSites): boolean {
  const host = hostOfPage(from.tabUrl);
  return (
    host !== null && from.isActive && hostOfPage(from.url) === host && Boolean(sites[host]?.hover)
  );
}
