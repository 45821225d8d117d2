import { AppError } from '../errors';
import { apiUrlOf } from './environment';
import type { AppCredentials, TokenPair } from './vault';

/** Exchanges codes and refresh tokens for tokens. */
export interface TokenEndpoint {
  /** @throws AppError `auth/app-rejected`, `auth/code-rejected`, `network/unreachable`, `api/unavailable` */
  exchange(app: AppCredentials, code: string, redirectUri: string): Promise<TokenPair>;
  /** @throws AppError `auth/signed-out` where the grant is over; else as `exchange` */
  refresh(app: AppCredentials, refreshToken: string): Promise<TokenPair>;
  /**
   * Asks whether Pinterest takes the app's id and secret, by a token for the app itself, which is dropped.
   *
   * @throws AppError `auth/app-rejected`, and what the network does
   */
  check(app: AppCredentials): Promise<void>;
}

const TIMEOUT_MS = 20_000;

/**
 * The token endpoint of an app: Pinterest's own, with HTTP Basic of id and secret (it knows no PKCE, research §2), or
 * the broker's, which adds them.
 */
export function createTokenEndpoint(fetch: typeof globalThis.fetch): TokenEndpoint {
  return {
    async exchange(app, code, redirectUri) {
      const response = await post(fetch, app, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        // Needed by apps made before 2025-09-25, and harmless to others.
        continuous_refresh: 'true',
      });
      if (response.ok) return readTokens(response, '');
      throw await refusal(response, new AppError('auth/code-rejected', { redirectUri }));
    },
    async refresh(app, refreshToken) {
      const response = await post(fetch, app, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
      if (response.ok) return readTokens(response, refreshToken);
      throw await refusal(response, new AppError('auth/signed-out', undefined));
    },
    async check(app) {
      const response = await post(fetch, app, {
        grant_type: 'client_credentials',
        scope: 'user_accounts:read',
      });
      // Any other refusal came after the id and the secret were taken.
      const otherwise = new AppError('unknown', { name: 'check', message: '' });
      const error = response.ok ? otherwise : await refusal(response, otherwise);
      if (error !== otherwise) throw error;
    },
  };
}

async function post(
  fetch: typeof globalThis.fetch,
  { appId, appSecret, environment, brokerUrl }: AppCredentials,
  form: Record<string, string>,
): Promise<Response> {
  const authorization = brokerUrl
    ? null
    : { authorization: `Basic ${btoa(`${appId}:${appSecret}`)}` };
  return fetch(`${brokerUrl ?? apiUrlOf(environment)}/oauth/token`, {
    method: 'POST',
    headers: { ...authorization, accept: 'application/json' },
    body: new URLSearchParams(form),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw cause instanceof AppError
      ? cause
      : new AppError('network/unreachable', undefined, { cause });
  });
}

async function refusal(response: Response, otherwise: AppError): Promise<AppError> {
  const { status } = response;
  if (status >= 500) return new AppError('api/unavailable', { status });
  if (status === 429) return new AppError('api/rate-limited', { retryAfterMs: 30_000 });
  const text = await response.text().catch(() => '');
  const wrongApp = status === 401 && (/"code"\s*:\s*2\b/.test(text) || /invalid_client/.test(text));
  return wrongApp ? new AppError('auth/app-rejected', undefined) : otherwise;
}

async function readTokens(response: Response, oldRefreshToken: string): Promise<TokenPair> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const accessToken = body['access_token'];
  // Each refresh gives a new refresh token; should a reply leave it out, the old one is all there is.
  const refreshToken = body['refresh_token'] ?? oldRefreshToken;
  if (typeof accessToken !== 'string' || accessToken === '' || typeof refreshToken !== 'string') {
    const contentType = response.headers.get('content-type') ?? '';
    throw new AppError('api/unreadable-reply', { status: response.status, contentType });
  }
  const now = Date.now();
  return {
    accessToken,
    accessExpiresAt: now + seconds(body['expires_in'], 0),
    refreshToken,
    refreshExpiresAt: now + seconds(body['refresh_token_expires_in'], 60 * 24 * 3600),
    scopes: scopesOf(body['scope']),
  };
}

const seconds = (value: unknown, fallback: number) =>
  (typeof value === 'number' && value > 0 ? value : fallback) * 1000;

/** Seen with commas and with spaces. */
const scopesOf = (value: unknown) =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : [];
