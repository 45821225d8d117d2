import { AppError } from '../errors';
import type { Account } from '../pinterest/types';
import { consentUrl, openConsent, randomState, readCode, redirectUri } from './consent';
import type { TokenEndpoint } from './token-endpoint';
import type { EnvironmentName } from './types';
import {
  openApp,
  openPending,
  readApp,
  removePending,
  takeConsent,
  UNKNOWN_END,
  writeAccount,
  writeConsent,
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

/** The sign-in that goes on in a window; it ends with its worker. */
let underWay: Promise<AccountRow> | null = null;

/**
 * Lets the person allow Tack in Pinterest's own window, and keeps the account that it was. Whoever asks while that window is
 * open shares it: two views, or two clicks, make one sign-in.
 *
 * @param scopes what Pinterest is to be asked for
 * @throws AppError `auth/locked`, `auth/no-app`, `auth/denied`, `auth/window-closed`, `auth/page-failed`, `auth/state-mismatch`,
 * `auth/app-rejected`, `auth/code-rejected`, `network/unreachable`, `api/unavailable`
 */
export function signIn(deps: SignInDeps, scopes: readonly string[]): Promise<AccountRow> {
  underWay ??= signInOnce(deps, scopes).finally(() => (underWay = null));
  return underWay;
}

async function signInOnce(deps: SignInDeps, scopes: readonly string[]): Promise<AccountRow> {
  const app = await openApp();
  if (!app) throw new AppError('auth/no-app', undefined);
  const redirect = redirectUri(app);
  // The state lives in this call alone: a worker that dies takes it along.
  const state = randomState();
  const answer = await openConsent(consentUrl(app.appId, { redirect, state, scopes }), redirect);
  return redeem(deps, app, readCode(answer, redirect, state), redirect);
}

/** Makes an account of a code; the tokens are kept before they are used. */
async function redeem(
  deps: SignInDeps,
  app: AppCredentials,
  code: string,
  redirect: string,
): Promise<AccountRow> {
  const tokens = await deps.endpoint.exchange(app, code, redirect);
  await writePending(app, tokens);
  return finish(deps, app, tokens);
}

/** Pinterest's consent page is answered within this, or it was left. */
const TAB_SIGN_IN_MS = 10 * 60_000;

/**
 * Begins a sign-in whose answer comes to a tab, for apps whose redirect URI can't be the browser's own; gives the
 * address to open, and until when (ms of UTC) its answer is taken. It is ended by `endTabSignIn`, perhaps by another worker: the state is kept in the vault.
 *
 * @throws AppError `auth/no-app`
 */
export async function beginTabSignIn(
  scopes: readonly string[],
): Promise<{ url: string; until: number }> {
  const app = await readApp();
  if (!app) throw new AppError('auth/no-app', undefined);
  const state = randomState();
  const until = Date.now() + TAB_SIGN_IN_MS;
  await writeConsent({ state, until });
  return { url: consentUrl(app.appId, { redirect: redirectUri(app), state, scopes }), until };
}

/**
 * Ends a sign-in in a tab with the address that Pinterest sent the tab to. The state is used up, whatever comes of it.
 *
 * @throws AppError as `signIn` does; `auth/state-mismatch` also where no sign-in was begun
 */
export async function endTabSignIn(deps: SignInDeps, address: string): Promise<AccountRow> {
  const [app, consent] = [await openApp(), await takeConsent()];
  if (!app) throw new AppError('auth/no-app', undefined);
  if (!consent || consent.until < Date.now()) throw new AppError('auth/state-mismatch', undefined);
  const redirect = redirectUri(app);
  return redeem(deps, app, readCode(address.trim(), redirect, consent.state), redirect);
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
  const pending = await openPending().catch(() => null); // locked: asked for once it is not
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
