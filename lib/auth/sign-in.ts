import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { SIGN_IN_SCOPES } from '../pinterest/endpoints';
import type { Account } from '../pinterest/types';
import { target } from './environment';
import type { TokenEndpoint } from './token-endpoint';
import type { EnvironmentName } from './types';
import {
  readApp,
  readPending,
  removePending,
  UNKNOWN_END,
  writeAccount,
  writePending,
  type AccountRow,
  type AppCredentials,
  type TokenPair,
} from './vault';

/** What a sign-in needs of the world. */
export interface SignInDeps {
  endpoint: TokenEndpoint;
  /** Asks Pinterest whose a token is. */
  fetchAccount(app: AppCredentials, accessToken: string): Promise<Account>;
}

/** The redirect URI that has to stand in the app's list at Pinterest, to the character. */
export const redirectUri = (): string => browser.identity.getRedirectURL();

/**
 * Lets the person allow Tack in Pinterest's own window, and keeps the account that it was.
 *
 * @throws AppError `auth/no-app`, `auth/denied`, `auth/window-closed`, `auth/page-failed`, `auth/state-mismatch`,
 * `auth/app-rejected`, `auth/code-rejected`, `network/unreachable`, `api/unavailable`
 */
export async function signIn(deps: SignInDeps): Promise<AccountRow> {
  const app = await readApp();
  if (!app) throw new AppError('auth/no-app', undefined);
  const redirect = redirectUri();
  // Pinterest knows no PKCE: the state is what ties the answer to this question. It lives in this call alone, so it
  // can be used once, and a worker that dies takes it along.
  const state = randomState();
  const answer = await openConsent(consentUrl(app.appId, redirect, state), redirect);
  const code = readCode(answer, redirect, state);
  const tokens = await deps.endpoint.exchange(app, code, redirect);
  await writePending(app, tokens);
  return finish(deps, app, tokens);
}

/**
 * Connects the account of an access token that the person made on their app's page. There is no way to renew it.
 *
 * @throws AppError `auth/token-rejected`, `auth/wrong-environment` where Pinterest's other environment takes it, and
 * what the network does
 */
export async function signInWithToken(
  deps: SignInDeps,
  accessToken: string,
  environment: EnvironmentName,
): Promise<AccountRow> {
  const app = { appId: '', appSecret: '', environment };
  const tokens: TokenPair = {
    accessToken,
    accessExpiresAt: UNKNOWN_END,
    refreshToken: '',
    refreshExpiresAt: UNKNOWN_END,
    scopes: [],
  };
  try {
    return await finish(deps, app, tokens);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'auth/signed-out') throw error;
    const other = otherThan(environment);
    const works = other && (await takes(deps, { ...app, environment: other }, accessToken));
    if (works) throw new AppError('auth/wrong-environment', { environment: other });
    throw new AppError('auth/token-rejected', undefined);
  }
}

/** Tokens of one environment are refused by the other with the same words as a wrong one (research §2). */
const otherThan = (environment: EnvironmentName): EnvironmentName | null =>
  environment === 'local' ? null : environment === 'sandbox' ? 'production' : 'sandbox';

const takes = (deps: SignInDeps, app: AppCredentials, accessToken: string): Promise<boolean> =>
  deps.fetchAccount(app, accessToken).then(
    () => true,
    () => false,
  );

/** Ends a sign-in that a stopped worker left after its tokens were kept; null where there is none. */
export async function resumeSignIn(deps: SignInDeps): Promise<AccountRow | null> {
  const pending = await readPending();
  if (!pending) return null;
  try {
    return await finish(deps, pending.app, pending.tokens);
  } catch (error) {
    if (error instanceof AppError && error.code === 'auth/signed-out') await removePending();
    return null; // asked again when the worker next starts
  }
}

async function finish(
  deps: SignInDeps,
  app: AppCredentials,
  tokens: TokenPair,
): Promise<AccountRow> {
  const account = await deps.fetchAccount(app, tokens.accessToken);
  const row: AccountRow = {
    version: 1,
    kind: 'account',
    app,
    tokens,
    view: {
      // Older accounts come without an id; the name is unique at any one time.
      id: accountKey(account, app.environment),
      username: account.username,
      imageUrl: account.profile_image ?? null,
      accountType: account.account_type ?? 'PINNER',
      environment: app.environment,
      scopes: tokens.scopes,
    },
  };
  await writeAccount(row);
  return row;
}

/** The sandbox has the same accounts: what is kept for one must not be taken for the other's. */
function accountKey({ id, username }: Account, environment: EnvironmentName): string {
  const key = id ?? username;
  return environment === 'sandbox' ? `sandbox-${key}` : key;
}

function randomState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function consentUrl(appId: string, redirect: string, state: string): string {
  const url = new URL(target.oauthUrl);
  url.search = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: SIGN_IN_SCOPES.join(','),
    state,
  }).toString();
  return url.href;
}

async function openConsent(url: string, redirect: string): Promise<string> {
  const answer = await browser.identity
    .launchWebAuthFlow({ url, interactive: true })
    .catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : '';
      // Chrome gives up at once where the page answers with an error: an unlisted redirect URI, or a wrong app id.
      const failed = /could not be loaded/i.test(message);
      throw new AppError(
        failed ? 'auth/page-failed' : 'auth/window-closed',
        { redirectUri: redirect },
        { cause },
      );
    });
  if (!answer) throw new AppError('auth/window-closed', { redirectUri: redirect });
  return answer;
}

/**
 * Reads the code from the address that Pinterest sent the window to.
 * Only the exact redirect URI with exactly one `code` and the very state passes.
 *
 * @throws AppError `auth/denied`, `auth/state-mismatch`, `auth/code-rejected`
 */
export function readCode(answer: string, redirect: string, state: string): string {
  const url = URL.canParse(answer) ? new URL(answer) : null;
  const expected = new URL(redirect);
  if (
    !url ||
    url.origin !== expected.origin ||
    url.pathname !== expected.pathname ||
    url.username
  ) {
    throw new AppError('auth/state-mismatch', undefined);
  }
  const { searchParams } = url;
  const states = searchParams.getAll('state');
  if (states.length !== 1 || states[0] !== state)
    throw new AppError('auth/state-mismatch', undefined);
  if (searchParams.get('error') === 'access_denied') throw new AppError('auth/denied', undefined);
  const codes = searchParams.getAll('code');
  if (codes.length !== 1 || !codes[0])
    throw new AppError('auth/code-rejected', { redirectUri: redirect });
  return codes[0];
}
