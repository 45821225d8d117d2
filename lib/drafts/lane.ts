import type { PinterestClient } from '../pinterest/client';
import { claimedSites, siteLanes } from '../storage/items';
import { siteOfPage } from './site';
import type { Lane } from './types';

/**
 * What the person said of a site: that its pictures are theirs to publish, or not; null where they were not asked yet.
 * Websites that the account has claimed at Pinterest are its own.
 */
export async function laneOf(pageUrl: string): Promise<Lane | null> {
  const site = siteOfPage(pageUrl);
  const said = (await siteLanes.getValue())[site];
  if (said) return said;
  const claimed = (await claimedSites.getValue()) ?? [];
  return claimed.some((own) => site === own || site.endsWith(`.${own}`)) ? 'create' : null;
}

/** Remembers what the person said of a site, or forgets it. */
export async function setLane(site: string, lane: Lane | null): Promise<void> {
  const { [site]: _, ...others } = await siteLanes.getValue();
  await siteLanes.setValue(lane ? { ...others, [site]: lane } : others);
}

/** Reads which websites the account has claimed, once in a browser's session. What fails is asked for again later. */
export async function loadClaimedSites(client: PinterestClient): Promise<void> {
  if (await claimedSites.getValue()) return;
  const sites: string[] = [];
  for await (const page of client.pages('user_websites/get', {})) {
    for (const { website, status } of page) {
      const isVerified = status === undefined || /^verified$/i.test(status);
      if (website && isVerified) sites.push(siteOfPage(withScheme(website)));
    }
  }
  await claimedSites.setValue(sites.filter(Boolean));
}

const withScheme = (website: string) => (/^https?:/.test(website) ? website : `https://${website}`);
