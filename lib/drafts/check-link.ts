import { isPrivate } from '../media/url-policy';

/** How long a link may take to answer, ms. */
const LIMIT_MS = 8_000;

/**
 * Asks a link whether it answers: nothing of the person goes along, and nothing of the answer is read. Null where it can't
 * be told: what is not https is not asked, nor what is of the own network.
 *
 * @param request `fetch`, of a view: its reach is the person's own
 */
export async function linkAnswers(link: string, request: typeof fetch): Promise<boolean | null> {
  if (!/^https:/i.test(link) || !URL.canParse(link) || isPrivate(link)) return null;
  const asked = request(link, {
    method: 'HEAD',
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  return asked.then(
    () => true,
    () => false,
  );
}
