import { toErrorInfo, type ErrorInfo } from '../errors';
import type { Tokens } from './tokens';
import { listAccounts } from './vault';

/**
 * Renews the tokens of all accounts that end within three weeks. Gives why one could not be renewed for good, null where all
 * is well; what passes by itself is tried again the next day.
 */
export async function renewAccounts(tokens: Tokens): Promise<ErrorInfo | null> {
  let problem: ErrorInfo | null = null;
  for (const { view } of await listAccounts()) {
    await tokens.renewEarly(view.id).catch((error: unknown) => {
      const info = toErrorInfo(error);
      // Locked is no fault of the sign-in's: views ask for the passphrase by themselves.
      if (info.code.startsWith('auth/') && info.code !== 'auth/locked') problem = info;
    });
  }
  return problem;
}
