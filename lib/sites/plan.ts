import { patternOf } from './host';
import type { AllowedSite, AllowedSites } from './types';

/** A script that is put into every page of some sites, as far as Tack decides on it. */
export interface SiteScript {
  id: string;
  js: string[];
  matches: string[];
}

/** What has to be done so that what is registered is what is to be. */
export interface ScriptPlan {
  add: SiteScript[];
  update: SiteScript[];
  remove: string[];
  /** By script: the patterns that it did not have before, and those that it has no more. */
  changes: { script: SiteScript; came: string[]; went: string[] }[];
}

/** Sites that the person asked for while the browser was asking them, by host: until when that counts, ms of UTC. */
export type WantedSites = Record<string, number>;

/**
 * The sites that are allowed now: those that were and are granted still, and those that were asked for and are granted by
 * now. What is no longer granted is forgotten: granting it again is a decision of its own.
 */
export function allowedNow(
  rows: AllowedSites,
  wanted: WantedSites,
  isGranted: (host: string) => boolean,
  now: number,
): AllowedSites {
  const asked = Object.entries(wanted).filter(([, until]) => until > now);
  const all: AllowedSites = {
    ...Object.fromEntries(asked.map(([host]) => [host, { hover: false }])),
    ...rows,
  };
  return Object.fromEntries(Object.entries(all).filter(([host]) => isGranted(host)));
}

const scripts = [
  { id: 'tack-site', js: ['/site.js'], isFor: () => true },
  // Where the button is off, nothing of it is in a page.
  { id: 'tack-hover', js: ['/hover.js'], isFor: ({ hover }: AllowedSite) => hover },
];

/** The scripts that pages of allowed sites get; one that no site has has no pattern. */
export function scriptsFor(sites: AllowedSites): SiteScript[] {
  return scripts.map(({ id, js, isFor }) => {
    const hosts = Object.keys(sites).filter((host) => isFor(sites[host]!));
    return { id, js, matches: hosts.toSorted().map(patternOf) };
  });
}

/** Compares what is registered with what is to be. */
export function planScripts(
  registered: readonly { id: string; matches?: string[] | undefined }[],
  wanted: readonly SiteScript[],
): ScriptPlan {
  const before = new Map(registered.map(({ id, matches = [] }) => [id, matches]));
  const changes = wanted.map((script) => {
    const had = before.get(script.id) ?? [];
    return {
      script,
      came: script.matches.filter((match) => !had.includes(match)),
      went: had.filter((match) => !script.matches.includes(match)),
    };
  });
  const changed = changes.filter(({ came, went }) => came.length + went.length > 0);
  const needed = changed.map(({ script }) => script).filter(({ matches }) => matches.length > 0);
  const kept = new Set(wanted.filter(({ matches }) => matches.length > 0).map(({ id }) => id));
  return {
    add: needed.filter(({ id }) => !before.has(id)),
    update: needed.filter(({ id }) => before.has(id)),
    remove: [...before.keys()].filter((id) => !kept.has(id)),
    changes: changed,
  };
}
