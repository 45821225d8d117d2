import { isAtHome, purposeOf } from '../../../scripts/checks/egress-rules.ts';
import type { Egress } from '../../e2e/harness/net-log.ts';
import type { HttpChannel } from './chrome.ts';

/** A request as Firefox's network saw it, whoever made it: a tab, a view, the background page, Firefox itself. */
export interface Heard {
  /** The origin of who asked, as Firefox writes it. */
  by: string;
  /** A number of `nsIContentPolicy`: what it is asked for. */
  type: number;
  url: string;
}

/** Runs in Firefox's window: has it write down every request from now on, before a name is looked up for it. */
export function hearRequests(): void {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  if (window.tackHeard) return;
  const heard: Heard[] = [];
  window.tackHeard = heard;
  const observer = {
    observe(subject: { QueryInterface(what: unknown): HttpChannel }) {
      const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
      const by = loadInfo.triggeringPrincipal?.origin ?? '';
      heard.push({ by, type: loadInfo.externalContentPolicyType, url: URI.spec });
    },
  };
  Services.obs.addObserver(observer, 'http-on-opening-request');
}

/** Runs in Firefox's window: gives what was heard since the last time. */
export function takeRequests(): Heard[] {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  return window.tackHeard?.splice(0) ?? [];
}

const DOCUMENT = 6;
/** `nsIContentPolicy`: what the rules call by the names that Chromium sends (`Sec-Fetch-Dest`). */
const names: Readonly<Record<number, string>> = {
  2: 'script',
  3: 'image',
  4: 'style',
  [DOCUMENT]: 'document',
  7: 'iframe',
  11: 'empty',
  15: 'video',
  19: 'empty', // a beacon
  20: 'empty',
  21: 'image',
};

/** What was heard, in the words that the rules are written in; without what Firefox asks for itself. */
export function egressOf(heard: readonly Heard[], tack: string): Egress[] {
  return heard.flatMap(({ by: origin, type, url }) => {
    const isOwn = origin.startsWith('[System') || origin === '';
    if (isOwn && type !== DOCUMENT) return [];
    const { hostname: host, pathname } = new URL(url);
    // Whoever opens a page, the person or Tack at their click, it is a tab of its own with its address shown.
    const by = type === DOCUMENT ? 'person' : origin === tack ? 'tack' : 'page';
    const path = /^\/[^/]*/.exec(pathname)?.[0] ?? '/';
    return [{ by, for: names[type] ?? `type ${type}`, host, path, count: 1 } as const];
  });
}

/** Those that nobody answered for: of Tack where it had no business, of others where nothing of the tests is. */
export const strangersIn = (rows: readonly Egress[]): string[] =>
  rows
    .filter((row) => (row.by === 'tack' ? !purposeOf(row) : !isAtHome(row)))
    .map(({ by, for: what, host, path }) => `${by} ${what} ${host}${path}`);
