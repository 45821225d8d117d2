import { describe, expect, it, vi } from 'vitest';

import { createTokenEndpoint } from './token-endpoint';

const own = { appId: '15', environment: 'production' } as const;
const ways = {
  'an app of one’s own': {
    app: { ...own, appSecret: 's3cret:+' },
    host: 'https://api.pinterest.com/v5',
  },
  'a broker': {
    app: { ...own, appSecret: '', brokerUrl: 'https://broker.test' },
    host: 'https://broker.test',
  },
};
const tokens = {
  access_token: 'pina_a',
  expires_in: 60,
  refresh_token: 'pinr_r',
  refresh_token_expires_in: 120,
  scope: 'pins:read,boards:read',
};

interface Sent {
  url: string;
  init: RequestInit;
}

/** An endpoint over a network that answers so, and what was sent to it. */
function over(answer: (init: RequestInit) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    sent.push({ url: new Request(url).url, init });
    return answer(init);
  };
  return { sent, endpoint: createTokenEndpoint(fetch) };
}

/** The form that was sent, as it goes over the wire. */
const bodyOf = ({ body }: RequestInit) => (body as URLSearchParams).toString();

const refused =
  (status: number, body = '') =>
  () =>
    new Response(body, { status });

describe.each(Object.entries(ways))('tokens by %s', (_, { app, host }) => {
  // A14
  it('are asked for at one address, by a form, with the secret nowhere but in the header of an own app', async () => {
    const { sent, endpoint } = over(() => Response.json(tokens));

    const pair = await endpoint.exchange(app, 'code/1', 'https://abc.chromiumapp.org/');
    await endpoint.refresh(app, 'pinr_old');
    await endpoint.check(app);

    expect(pair).toMatchObject({ accessToken: 'pina_a', refreshToken: 'pinr_r' });
    expect(pair.scopes).toEqual(['pins:read', 'boards:read']);
    expect(sent.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => `${host}/oauth/token`),
    );
    expect(sent.map(({ init }) => bodyOf(init))).toEqual([
      'grant_type=authorization_code&code=code%2F1&redirect_uri=https%3A%2F%2Fabc.chromiumapp.org%2F&continuous_refresh=true',
      'grant_type=refresh_token&refresh_token=pinr_old',
      'grant_type=client_credentials&scope=user_accounts%3Aread',
    ]);
    for (const { url, init } of sent) {
      const { authorization } = init.headers as { authorization?: string };
      expect(authorization).toBe('brokerUrl' in app ? undefined : `Basic ${btoa('15:s3cret:+')}`);
      expect(`${url} ${bodyOf(init)}`).not.toContain('s3cret');
      expect(init).toMatchObject({
        method: 'POST',
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
      });
    }
  });

  // A14
  it('do not come where nobody answers in time, where the server is down, or answers something else', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(
      AbortSignal.abort(new DOMException('It took too long.', 'TimeoutError')),
    );
    const never = over(({ signal }) => Promise.reject(signal?.reason as Error));
    await expect(never.endpoint.exchange(app, 'c', 'r')).rejects.toMatchObject({
      code: 'network/unreachable',
    });
    const ends = {
      'api/unavailable': [refused(500), refused(502, '<html>'), refused(503)],
      'api/rate-limited': [refused(429)],
      'api/unreadable-reply': [
        refused(200, '<html>'),
        refused(200, '{}'),
        refused(200, '{"access_token":1}'),
      ],
      'auth/app-rejected': [
        refused(401, '{"code": 2}'),
        refused(401, '{"error":"invalid_client"}'),
      ],
    };
    for (const [code, answers] of Object.entries(ends))
      for (const answer of answers) {
        const { sent, endpoint } = over(answer);
        await expect(endpoint.exchange(app, 'c', 'r')).rejects.toMatchObject({ code });
        await expect(endpoint.refresh(app, 'pinr_old')).rejects.toMatchObject({ code });
        expect(sent).toHaveLength(2); // each code and each refresh token is sent once
      }
    const over400 = over(refused(400, '{"code": 283}'));
    await expect(over400.endpoint.exchange(app, 'c', 'r')).rejects.toMatchObject({
      code: 'auth/code-rejected',
    });
    await expect(over400.endpoint.refresh(app, 'x')).rejects.toMatchObject({
      code: 'auth/signed-out',
    });
  });
});
