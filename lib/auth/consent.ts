import { browser } from 'wxt/browser';

import { AppError } from '../errors';
import { TAB_REDIRECT } from '../site-url';
import { target } from './environment';
import type { AppCredentials } from './vault';

/** The redirect URI that has to stand in the app's list at Pinterest, to the character. */
export const redirectUri = (app: Pick<AppCredentials, 'inTab'> | null): string =>
  app?.inTab ? TAB_REDIRECT : browser.identity.getRedirectURL();

/**
 * Gives a new state. Pinterest knows no PKCE: the state is what ties an answer to its question, so it is made for one
 * sign-in and good once.
 */
export function randomState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What Pinterest's consent page is opened with. */
export interface ConsentRequest {
  redirect: string;
  state: string;
  scopes: readonly string[];
}

/** Gives the address of Pinterest's consent page. */
export function consentUrl(appId: string, { redirect, state, scopes }: ConsentRequest): string {
  const url = new URL(target.oauthUrl);
  url.search = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: scopes.join(','),
    state,
  }).toString();
  return url.href;
}

/**
 * Opens the consent page in the browser's own sign-in window and gives the address that it ended at.
 *
 * @throws AppError `auth/window-closed`, `auth/page-failed`
 */
export async function openConsent(
  url: string,
  redirect: string,
  { interactive = true }: { interactive?: boolean } = {},
): Promise<string> {
  const answer = await browser.identity
    .launchWebAuthFlow({ url, interactive })
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
    url.username ||
    url.password
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
