import type { ErrorInfo } from '../errors';
import { lastErrors } from '../storage/items';

/** As many as tell what went wrong, and no history of what the person did. */
const MOST = 20;

/** What a view can say for itself, and what is no fault of anything: a person is asked, or pressed cancel. */
const ORDINARY: ReadonlySet<ErrorInfo['code']> = new Set([
  'auth/denied',
  'auth/locked',
  'auth/signed-out',
  'draft/no-board',
  'draft/repeated',
]);

/**
 * Remembers an error for the diagnostics in the settings: its code, Pinterest's request id and the time (ms of UTC). Facts
 * that name a page or a picture are left out.
 *
 * @param what where it was met: a message's type, or `outbox`
 */
export async function noteError(
  what: string,
  { code, requestId }: ErrorInfo,
  at = Date.now(),
): Promise<void> {
  if (ORDINARY.has(code)) return;
  await navigator.locks.request('tack-errors', async () => {
    const before = await lastErrors.getValue();
    const noted = { at, what, code, ...(requestId ? { requestId } : {}) };
    await lastErrors.setValue([noted, ...before].slice(0, MOST));
  });
}
