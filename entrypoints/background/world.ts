import { apiUrlOf } from '../../lib/auth/environment';
import type { SignInDeps } from '../../lib/auth/sign-in';
import { createTokenEndpoint } from '../../lib/auth/token-endpoint';
import { createTokens } from '../../lib/auth/tokens';
import { readCurrentAccount, type AccountRow } from '../../lib/auth/vault';
import { AppError } from '../../lib/errors';
import { lanes, viewLanes } from '../../lib/outbox/lanes';
import { createClient, type ClientDeps, type PinterestClient } from '../../lib/pinterest/client';
import { areHostsGranted } from '../../lib/sites/needed';
import { clockOffset } from '../../lib/storage/items';

/** Without its hosts a request would go out and its answer be kept from Tack: then none is sent. */
export const request: typeof fetch = async (...args) => {
  if (!(await areHostsGranted())) throw new AppError('network/not-allowed', undefined);
  return fetch(...args);
};
export const isOnline = () => navigator.onLine;
export const endpoint = createTokenEndpoint(request);
export const tokens = createTokens(endpoint);

/** Gives a client that acts for an account that is kept in the vault. @throws AppError `auth/signed-out` */
export function clientOf({ view }: AccountRow, lanesOf: ClientDeps['lanes']): PinterestClient {
  return createClient({
    apiUrl: apiUrlOf(view.environment),
    isSandbox: view.environment === 'sandbox',
    grantedScopes: view.scopes,
    accessToken: () => tokens.accessToken(view.id),
    renewToken: (stale) => tokens.renewToken(view.id, stale),
    fetch: request,
    isOnline,
    onClock: (offset) => void clockOffset.setValue(offset),
    lanes: lanesOf,
  });
}

/** Gives the client of the current account, for what a view asks. @throws AppError `auth/signed-out` */
export async function currentClient(): Promise<{ client: PinterestClient; account: AccountRow }> {
  const account = await readCurrentAccount();
  if (!account?.tokens) throw new AppError('auth/signed-out', undefined);
  return { client: clientOf(account, viewLanes), account };
}

export const signInDeps: SignInDeps = {
  endpoint,
  fetchAccount: (app, accessToken) =>
    createClient({
      apiUrl: apiUrlOf(app.environment),
      accessToken: async () => accessToken,
      renewToken: () => Promise.reject(new AppError('auth/signed-out', undefined)),
      fetch: request,
      isOnline,
      lanes,
    }).call('user_account/get', {}),
};
