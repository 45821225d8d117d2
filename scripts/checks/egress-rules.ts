import type { Egress } from '../../test/e2e/harness/net-log.ts';

/** What Tack asks a host for, by the names that stand in docs/store/privacy-answers.md. */
type Purpose = 'api' | 'upload' | 'broker' | 'shown-picture' | 'linked-site';

/** Hosts of the local Pinterest that stand for sites of the web, and one that a hostile page names and nobody has. */
const SITES = ['cdn', 'hostile', 'kitchen', 'shop', 'studio', 'vault'].map(
  (name) => `${name}.localhost`,
);
/**
 * The hostile page, being at `localhost`, is one of this machine's own: what it shows of other machines of the network may be
 * shown by Tack as well. That a page of the web gets nothing of the kind is held by lib/drafts/public-only.test.ts.
 */
const sites = new Set([...SITES, 'localhost', 'router.local']);
/** Pinterest's own site, where its pictures are, and what Tack's own sample is taken from. */
const pinterest = new Set(['pinterest.localhost', 'i.localhost']);
/** Where pages go that Tack does not load: an address on the network that a hostile page names, the end of a sign-in. */
const elsewhere = [
  /^192\.168\.1\.1$/,
  /^[a-z]{32}\.chromiumapp\.org$/,
  /^[0-9a-f]{40}\.extensions\.allizom\.org$/,
];
/** Chromium's address bar asks it for what is not Tack's keyword. */
const SEARCH = 'www.google.com';

/** Where a pin of a flow links to: a name that nobody can have (RFC 2606), so nothing is ever sent, and Chromium says `none`. */
const LINKED = 'cakes.invalid';
/** How a link is asked: by a script that reads nothing. It is never shown, loaded or run. */
const asksLink = new Set(['empty', 'none']);

/** Tells what Tack itself asked for; undefined where it had no business. */
export function purposeOf({ for: what, host, path }: Egress): Purpose | undefined {
  if (host === LINKED) return asksLink.has(what) && path === '/' ? 'linked-site' : undefined;
  if (what === 'empty') {
    if (host === 'pinterest.localhost' && path === '/v5') return 'api';
    if (host === 'uploads.localhost') return 'upload';
    return host === '127.0.0.1' && ['/app', '/oauth'].includes(path) ? 'broker' : undefined;
  }
  const isPicture = what === 'image' || what === 'video';
  if (isPicture && (sites.has(host) || pinterest.has(host))) return 'shown-picture';
  // Given up before it was sent: what it was for was never said, but only what is asked anyway is given up.
  if (what !== 'none') return undefined;
  if (sites.has(host) || host === 'i.localhost') return 'shown-picture';
  return host === '127.0.0.1' ? 'broker' : host === 'pinterest.localhost' ? 'api' : undefined;
}

/** Tells whether a page, a script of Tack in it or the person went where there is something of the tests. */
export function isAtHome({ by, host }: Egress): boolean {
  if (host === '' || sites.has(host) || pinterest.has(host)) return true;
  return elsewhere.some((name) => name.test(host)) || (by === 'person' && host === SEARCH);
}

/** Kinds of data as Firefox names them. */
type DataKind = 'authenticationInfo' | 'websiteContent' | 'browsingActivity';

/** Every field that may go to Pinterest, by what it tells. A field that is not here fails the check until somebody says. */
const fields: Readonly<Record<DataKind | 'own', readonly string[]>> = {
  authenticationInfo: [
    'grant_type',
    'code',
    'redirect_uri',
    'continuous_refresh',
    'scope',
    'refresh_token',
  ],
  websiteContent: ['title', 'description', 'alt_text', 'media_source', 'name', 'media_type'],
  browsingActivity: ['link'],
  /** Pinterest's own ids, and which of its own numbers and words are asked for. */
  own: [
    'ad_ids',
    'audience_insight_type',
    'board_id',
    'board_section_id',
    'bookmark',
    'columns',
    'end_date',
    'granularity',
    'include_shared_accounts',
    'level',
    'metric_types',
    'num_of_pins',
    'page_size',
    'pin_ids',
    'pin_metrics',
    'privacy',
    'query',
    'report_format',
    'report_type',
    'sort_by',
    'split_field',
    'start_date',
    'token',
  ],
};

const kindByField = new Map(
  Object.entries(fields).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** Tells what a field says, `own` for what Pinterest knows anyway; undefined where nobody has said yet. */
export const kindOfField = (name: string): string | undefined => kindByField.get(name);
