/** What the person allows on a site, beyond the pages they ask about. */
export interface AllowedSite {
  /** Whether a button stands on pictures under the pointer. */
  hover: boolean;
}

/** The sites that the person allows, by host. */
export type AllowedSites = Record<string, AllowedSite>;
