import { browser } from 'wxt/browser';

/**
 * Match patterns of the hosts that Tack sends pins to: those of the manifest. Firefox lets the person leave them out when it
 * installs and take them back at any time; Chrome lets them be withheld.
 */
export const neededHosts = (): string[] =>
  (browser.runtime.getManifest() as { host_permissions?: string[] }).host_permissions ?? [];

/** Whether the browser lets Tack reach all of them. */
export const areHostsGranted = (): Promise<boolean> =>
  browser.permissions.contains({ origins: neededHosts() }).catch(() => true);

/** Asks the person for them; to be called at their click, before anything is waited for. Gives whether they are granted. */
export const askForHosts = (): Promise<boolean> =>
  browser.permissions.request({ origins: neededHosts() }).catch(() => false);
