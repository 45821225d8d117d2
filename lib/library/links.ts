import { kindOf } from '../media/url-policy';

/** Whether a link leads anywhere; `unknown` where the browser does not let that be seen. */
export type LinkState = 'fine' | 'broken' | 'unknown';

/** How long a site is waited for, ms. */
const PATIENCE_MS = 10_000;

/** How many sites are asked at once. */
const AT_ONCE = 4;

/** Answers that say that there is nothing any more; others may be a door that is closed to programs. */
const GONE = new Set([404, 410]);

/**
 * Looks where a pin's link leads, without cookies and without saying from where. A site that did not allow Tack tells only
 * whether it is there.
 */
export async function linkState(
  link: string,
  request: typeof fetch,
  signal?: AbortSignal,
): Promise<LinkState> {
  const kind = kindOf(link);
  if (kind === 'other') return 'broken';
  if (kind !== 'public') return 'unknown'; // what is not on the web, or not encrypted, Tack does not ask
  const late = AbortSignal.timeout(PATIENCE_MS);
  const options: RequestInit = {
    method: 'HEAD',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: signal ? AbortSignal.any([signal, late]) : late,
  };
  try {
    // Not on to where it may send: that could be a machine of the person's own network.
    const { status } = await request(link, { ...options, redirect: 'manual' });
    return GONE.has(status) ? 'broken' : 'fine';
  } catch {
    // Refused to be read by others, or not there at all: without its answer, the browser tells the two apart.
    // Such a request follows where it is sent on: the Fetch standard knows no other way for it.
    const isThere = await request(link, { ...options, mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    if (isThere) return 'fine';
    return late.aborted || signal?.aborted ? 'unknown' : 'broken';
  }
}

/** Looks where several links lead, each once, and calls back with each as it is known, until `signal` aborts. */
export async function checkLinks(
  links: Iterable<string>,
  onKnown: (link: string, state: LinkState) => void,
  signal: AbortSignal,
  request: typeof fetch = (...args) => fetch(...args),
): Promise<void> {
  const left = new Set(links).values();
  const work = async () => {
    for (const link of left) {
      if (signal.aborted) return;
      onKnown(link, await linkState(link, request, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
