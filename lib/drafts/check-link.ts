import { kindOf, siteOf } from '../media/url-policy';

/** How long a link may take to answer, ms. */
const LIMIT_MS = 8_000;

/** Answers that say that there is nothing any more; others may be a door that is closed to programs. */
const GONE = new Set([404, 410]);

/**
 * What came of asking a link: its page is `there` or `gone`; the `site` answers and does not let be seen what; it is
 * `silent`; or `unasked`, as it is of no page of the web or not encrypted.
 */
export type LinkAnswer = 'there' | 'gone' | 'site' | 'silent' | 'unasked';

/** Tells whether a link is one that may be asked. */
export const canAsk = (link: string): boolean => kindOf(link) === 'public';

/**
 * Asks a link whether it answers: nothing of the person goes along. What it answers is read only where the person allowed
 * its site; elsewhere a browser would tell the site who asks, and still not tell what it answers.
 *
 * @param request `fetch`, of a view: its reach is the person's own
 * @param mayRead tells whether the person allowed a site, by its match pattern
 */
export async function askLink(
  link: string,
  request: typeof fetch,
  mayRead: (site: string) => Promise<boolean>,
): Promise<LinkAnswer> {
  const site = siteOf(link);
  if (site === null) return 'unasked';
  const isReadable = await mayRead(site).catch(() => false);
  const asked = request(link, {
    method: 'HEAD',
    // Not on to where an allowed site sends: that could be a machine of the person's own network. What can't be read
    // follows in any case: the Fetch standard knows no other way for it.
    ...(isReadable ? { mode: 'cors', redirect: 'manual' } : { mode: 'no-cors' }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  return asked.then(
    ({ status }) => (status === 0 ? 'site' : GONE.has(status) ? 'gone' : 'there'),
    () => 'silent',
  );
}
