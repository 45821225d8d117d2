import { AppError } from '../errors';
import type { TokenEndpoint } from './token-endpoint';
import { openAccount, readAccount, tokenLock, writeTokens, type AccountRow } from './vault';

/** Gives access tokens; the only place that renews them. */
export interface Tokens {
  /** @throws AppError `auth/signed-out` where the account has to sign in again, `auth/locked` until its person gives their passphrase */
  accessToken(accountId: string): Promise<string>;
  /** Renews a token that is older than nine days, so that no fifty days away from the browser end a sign-in. @throws as above */
  renewEarly(accountId: string): Promise<void>;
  /** Gives a token other than `stale`, which Pinterest refused. @throws AppError `auth/signed-out` */
  renewToken(accountId: string, stale: string): Promise<string>;
}

/**
 * A token is renewed this long before its end where nobody waits for it: of its thirty days nine are over then, and of the
 * sixty of its refresh token, which alone decides how long a person may be away.
 */
const EARLY_MS = 21 * 24 * 60 * 60 * 1000;

/** A token is renewed this long before it ends, so that no call meets its end. */
const MARGIN_MS = 60 * 60 * 1000;

/**
 * Makes the giver of tokens. Renewal happens under one Web Lock, shared by all contexts, and the vault is read again
 * inside it: whoever comes second finds the new token and asks for none (research/security-reliability.md F20).
 */
export function createTokens(endpoint: TokenEndpoint): Tokens {
  const renew = (accountId: string, isStale: (account: AccountRow) => boolean) =>
    navigator.locks.request(tokenLock(accountId), async () => {
      const account = await openAccount(accountId);
      if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
      if (!isStale(account)) return account.tokens.accessToken;
      return refresh(endpoint, account, account.tokens.refreshToken);
    });
  return {
    async accessToken(accountId) {
      const account = await openAccount(accountId);
      if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
      if (!endsSoon(account)) return account.tokens.accessToken;
      return renew(accountId, endsSoon);
    },
    async renewEarly(accountId) {
      const isOld = (account: AccountRow) => endsWithin(account, EARLY_MS);
      const account = await readAccount(accountId);
      if (account && isOld(account)) await renew(accountId, isOld);
    },
    renewToken: (accountId, stale) =>
      renew(accountId, ({ tokens }) => tokens?.accessToken === stale),
  };
}

const endsWithin = ({ tokens }: AccountRow, ms: number) =>
  tokens !== null && tokens.accessExpiresAt - Date.now() < ms;

const endsSoon = (account: AccountRow) => endsWithin(account, MARGIN_MS);

async function refresh(
  endpoint: TokenEndpoint,
  account: AccountRow,
  refreshToken: string,
): Promise<string> {
  const { id } = account.view;
  try {
    if (refreshToken === '') throw new AppError('auth/signed-out', undefined); // pasted: nothing to renew it with
    const tokens = await endpoint.refresh(account.app, refreshToken);
    // Both are kept before either is used: the old refresh token is dead from here on.
    if (!(await writeTokens(id, tokens))) throw new AppError('auth/signed-out', undefined);
    return tokens.accessToken;
  } catch (error) {
    if (error instanceof AppError && error.code === 'auth/signed-out') await writeTokens(id, null);
    throw error;
  }
}
