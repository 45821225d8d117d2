import { AppError, toErrorInfo } from '../errors';
import { BASE_SCOPES } from '../pinterest/scopes';
import { appViewOf } from './app-view';
import { consentUrl, openConsent, randomState, redirectUri } from './consent';
import { target } from './environment';
import type { TokenEndpoint } from './token-endpoint';
import type { AppCheck, AppChoice, AppView } from './types';
import { openApp, readApp, writeApp, type AppCredentials } from './vault';

const BROKER_TIMEOUT_MS = 10_000;

/**
 * Keeps what the person entered to sign in with. A broker is asked for its app, so that a wrong address is told now.
 *
 * @throws AppError `auth/broker-rejected`, `auth/locked`
 */
export async function saveApp(choice: AppChoice, fetch: typeof globalThis.fetch): Promise<void> {
  if (choice.kind === 'own') {
    const { appId, appSecret, environment, inTab } = choice;
    await writeApp({ appId: appId.trim(), appSecret: appSecret.trim(), environment, inTab });
    return;
  }
  const brokerUrl = brokerAddress(choice.brokerUrl);
  const appId = await askBroker(brokerUrl, fetch);
  await writeApp({ appId, appSecret: '', environment: choice.environment, brokerUrl });
}

/** Tokens pass through it: nothing but https, and in a build for the local Pinterest this machine. */
function brokerAddress(typed: string): string {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = target.isLocal && url?.hostname === '127.0.0.1';
  if (!url || (url.protocol !== 'https:' && !isHere) || url.username)
    throw new AppError('auth/broker-rejected', { url: text });
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

async function askBroker(brokerUrl: string, fetch: typeof globalThis.fetch): Promise<string> {
  const body: unknown = await fetch(`${brokerUrl}/app`, {
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(BROKER_TIMEOUT_MS),
  }).then(
    (response) => response.json().catch(() => null),
    () => null,
  );
  const { client_id: appId } = (body ?? {}) as { client_id?: unknown };
  if (typeof appId !== 'string' || !/^\d+$/.test(appId))
    throw new AppError('auth/broker-rejected', { url: brokerUrl });
  return appId;
}

/** Gives the app that is signed in with, without its secret. */
export const appView = async (): Promise<AppView> => appViewOf(await readApp());

/**
 * Tries the app without signing anybody in, and says which part of it is wrong: first whether Pinterest takes id and
 * secret, then whether it shows its consent page for the redirect URI.
 *
 * @throws AppError `auth/no-app`, `auth/locked`
 */
export async function checkApp(endpoint: TokenEndpoint): Promise<AppCheck> {
  const app = await openApp();
  if (!app) throw new AppError('auth/no-app', undefined);
  const secret = app.brokerUrl
    ? null // asked when it was saved, and its secret is not ours to try
    : await endpoint.check(app).then(() => null, toErrorInfo);
  if (secret) return { secret, redirect: 'untested' };
  if (app.inTab) return { secret, redirect: 'untested' };
  // Firefox says “Requires user interaction” of a page that failed as well: nothing would ever be wrong (measured, 140).
  const redirect = import.meta.env.FIREFOX ? 'at-connect' : await checkRedirect(app);
  return { secret, redirect };
}

/** A page that loads and waits for the person is a page that was shown: only that it failed tells of a wrong address. */
async function checkRedirect(app: AppCredentials) {
  const redirect = redirectUri(app);
  const request = { redirect, state: randomState(), scopes: BASE_SCOPES };
  const error = await openConsent(consentUrl(app.appId, request), redirect, {
    interactive: false,
  }).then(() => null, toErrorInfo);
  return error?.code === 'auth/page-failed' ? error : null;
}
