import { browser } from 'wxt/browser';

import type { PageMessageType } from '../messages/page-protocol';
import { allowedSites, wantedSites } from '../storage/items';
import { patternOf } from './host';
import { allowedNow, planScripts, scriptsFor, type SiteScript } from './plan';
import type { AllowedSites } from './types';

/** How long the person may think about the browser's question. */
const WANTED_MS = 2 * 60_000;

/** Changes take turns: two at once would register one script twice. */
const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request('tack-sites', work);

/**
 * Makes rows, permissions and registered scripts agree; does nothing where they do. Called at every start of the worker,
 * after each change of a permission, and after each wish of the person.
 */
export const syncSites = (): Promise<AllowedSites> => inTurn(sync);

/**
 * Allows a site as soon as the browser has granted it, which may be now or once its question is answered. It is said
 * before the question is put: a popup is closed by that, and can't say anything afterwards.
 */
export const wantSite = (host: string): Promise<AllowedSites> =>
  inTurn(async () => {
    const wanted = await wantedSites.getValue();
    await wantedSites.setValue({ ...wanted, [host]: Date.now() + WANTED_MS });
    return sync();
  });

/** Turns the button on pictures on or off, also in the pages of the site that are open. */
export const setHover = (host: string, hover: boolean): Promise<AllowedSites> =>
  inTurn(async () => {
    const rows = await allowedSites.getValue();
    if (rows[host]) await allowedSites.setValue({ ...rows, [host]: { hover } });
    return sync();
  });

/** Forgets a site, and gives the browser's permission for it back. */
export const forgetSite = (host: string): Promise<AllowedSites> =>
  inTurn(async () => {
    const { [host]: _, ...rows } = await allowedSites.getValue();
    const { [host]: __, ...wanted } = await wantedSites.getValue();
    await wantedSites.setValue(wanted);
    await allowedSites.setValue(rows);
    // A permission that came with a test build can't be given back.
    await browser.permissions.remove({ origins: [patternOf(host)] }).catch(() => false);
    return sync();
  });

async function sync(): Promise<AllowedSites> {
  const [rows, wanted] = [await allowedSites.getValue(), await wantedSites.getValue()];
  const hosts = [...new Set([...Object.keys(rows), ...Object.keys(wanted)])];
  const granted = await Promise.all(hosts.map(isGranted));
  const isAllowed = (host: string) => granted[hosts.indexOf(host)] ?? false;
  const now = Date.now();
  const sites = allowedNow(rows, wanted, isAllowed, now);
  if (JSON.stringify(sites) !== JSON.stringify(rows)) await allowedSites.setValue(sites);
  const waiting = Object.entries(wanted).filter(([host, until]) => until > now && !sites[host]);
  if (waiting.length < Object.keys(wanted).length)
    await wantedSites.setValue(Object.fromEntries(waiting));
  await register(scriptsFor(sites));
  return sites;
}

const isGranted = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(host)] }).catch(() => false);

async function register(wanted: readonly SiteScript[]): Promise<void> {
  const { scripting } = browser;
  const registered = await scripting.getRegisteredContentScripts();
  const { add, update, remove, changes } = planScripts(registered, wanted);
  if (remove.length > 0) await scripting.unregisterContentScripts({ ids: remove });
  if (add.length > 0) await scripting.registerContentScripts(add.map(inFull));
  if (update.length > 0) await scripting.updateContentScripts(update.map(inFull));
  for (const { script, came, went } of changes) {
    if (came.length > 0) await putIntoOpenPages(script, came);
    if (went.length > 0) await takeFromOpenPages(went);
  }
}

/** At the start of a document: a listener that comes later may never hear of a click that the page has ended. */
const inFull = (script: SiteScript) => ({
  ...script,
  allFrames: true,
  persistAcrossSessions: true,
  runAt: 'document_start' as const,
});

/** What is registered is for pages to come; the person expects it of the one they look at as well. */
async function putIntoOpenPages({ js }: SiteScript, matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches }).catch(() => []);
  const put = tabs.map(({ id: tabId = -1 }) =>
    browser.scripting
      .executeScript({ target: { tabId, allFrames: true }, files: js as never })
      .catch(() => null),
  );
  await Promise.all(put);
}

/** Which tabs show a site can't be told once its permission is gone, so all are told; a page looks whether it is meant. */
async function takeFromOpenPages(matches: string[]): Promise<void> {
  const message = { type: 'page/hover-off' satisfies PageMessageType, ask: { matches } };
  const tabs = await browser.tabs.query({});
  const told = tabs.map(({ id = -1 }) => browser.tabs.sendMessage(id, message).catch(() => null));
  await Promise.all(told);
}
