import type { AccountView } from '../auth/types';
import type { AppError } from '../errors';

/** What stands between an account and its numbers, where that is no error: its kind, its app's access, or the sandbox. */
export type Missing = 'personal' | 'access' | 'sandbox' | null;

/** Refusals that say nothing of the account. */
const ELSEWHERE = new Set<string>([
  'api/rate-limited',
  'api/spam-block',
  'api/unavailable',
  'api/unreadable-reply',
]);

/**
 * Tells what an account lacks where Pinterest refuses its numbers. Only business accounts have any, and Pinterest refuses
 * those of others in more than one way; an app may also lack the access.
 */
export function missingOf(error: AppError, account: AccountView | null): Missing {
  const { code } = error;
  if (code === 'api/trial-access' || code === 'api/restricted-feature') return 'access';
  if (code === 'api/not-in-sandbox') return 'sandbox';
  if (!code.startsWith('api/') || ELSEWHERE.has(code)) return null;
  return account?.accountType === 'PINNER' ? 'personal' : null;
}
