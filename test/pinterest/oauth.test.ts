// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type LocalPinterest, startPinterest } from './server.ts';
import { ask, basic, postForm } from './testing.ts';

const redirectUri = 'https://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/';

let pinterest: LocalPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 5, pins: 5 });
});
afterAll(() => pinterest.close());

const request = (changes: Record<string, string> = {}) => ({
  client_id: pinterest.app.id,
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'boards:read,pins:read',
  state: 'a+b/c=&?',
  ...changes,
});

async function codeOf(changes: Record<string, string> = {}): Promise<string> {
  const reply = await postForm(pinterest.oauthUrl, {
    ...request(changes),
    answer: 'allow',
    username: 'linda_kitchen',
  });
  return new URL(reply.headers.location ?? '').searchParams.get('code') ?? '';
}

const exchange = (fields: Record<string, string>, app = pinterest.app) =>
  postForm(`${pinterest.apiUrl}/oauth/token`, fields, basic(app));

const forCode = (code: string, uri = redirectUri) =>
  exchange({
    grant_type: 'authorization_code',
    code,
    redirect_uri: uri,
    continuous_refresh: 'true',
  });

const userWith = (token: string) =>
  ask(`${pinterest.apiUrl}/boards`, { headers: { authorization: `Bearer ${token}` } });

describe('consent page', () => {
  it('names the app, the scopes in words, and both accounts', async () => {
    const { status, text } = await ask(`${pinterest.oauthUrl}?${new URLSearchParams(request())}`);

    expect(status).toBe(200);
    for (const words of [
      'Tack (local)',
      'See your public pins',
      '@linda_kitchen',
      '@tom_travels',
      'Allow',
      'Deny',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each([
    ['another app', { client_id: '1' }, 'Invalid Application ID'],
    [
      'a redirect URI without its slash',
      { redirect_uri: redirectUri.slice(0, -1) },
      'does not match any of the registered',
    ],
    ['an unknown scope', { scope: 'everything' }, 'Invalid scope'],
  ])('refuses %s without redirecting', async (_, changes, words) => {
    const { status, headers, text } = await ask(
      `${pinterest.oauthUrl}?${new URLSearchParams(request(changes))}`,
    );

    expect([status, headers.location]).toEqual([400, undefined]);
    expect(text).toContain(words);
  });

  it('sends a refusal back with the state it was given', async () => {
    const { headers } = await postForm(pinterest.oauthUrl, {
      ...request(),
      answer: 'deny',
      username: 'linda_kitchen',
    });

    const { searchParams } = new URL(headers.location ?? '');
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual([
      'access_denied',
      'a+b/c=&?',
    ]);
  });
});

describe('token endpoint', () => {
  it('gives tokens of 30 and 60 days for a code', async () => {
    const { status, body } = await forCode(await codeOf());

    expect(status).toBe(200);
    expect(body).toMatchObject({
      response_type: 'authorization_code',
      token_type: 'bearer',
      expires_in: 2_592_000,
      refresh_token_expires_in: 5_184_000,
    });
    expect(body.access_token).toMatch(/^pina_/);
    expect(body.refresh_token).toMatch(/^pinr_/);
  });

  it('refuses a wrong secret with code 2', async () => {
    const reply = await exchange(
      { grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri },
      { ...pinterest.app, secret: 'no' },
    );

    expect([reply.status, reply.body.code, reply.body.error]).toEqual([401, 2, 'invalid_client']);
  });

  it('refuses a code with another redirect URI', async () => {
    const { status, body } = await forCode(await codeOf(), `${redirectUri}x`);

    expect([status, body.code]).toEqual([401, 283]);
  });

  it('ends the tokens of a code that comes a second time', async () => {
    const code = await codeOf();
    const first = await forCode(code);

    const second = await forCode(code);

    expect(second.status).toBe(401);
    expect((await userWith(first.body.access_token)).status).toBe(401);
  });

  it('gives a new refresh token each time and refuses the old one', async () => {
    const { body: first } = await forCode(await codeOf());
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };

    const second = await exchange(refresh);
    const third = await exchange(refresh);

    expect([second.status, third.status]).toEqual([200, 401]);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await userWith(second.body.access_token)).status).toBe(200);
  });

  it('names scopes of earlier consents as well', async () => {
    await codeOf({ scope: 'user_accounts:read' });

    const { body } = await forCode(await codeOf({ scope: 'boards:read' }));

    expect(body.scope.split(/[\s,]+/)).toEqual(
      expect.arrayContaining(['user_accounts:read', 'boards:read']),
    );
  });
});

describe('access tokens', () => {
  it.each([
    ['an unknown token', 'pina_unknown'],
    ['no token', ''],
  ])('are refused with code 2: %s', async (_, token) => {
    const { status, body } = await userWith(token);

    expect([status, body]).toEqual([
      401,
      { code: 2, message: 'Authentication failed.', status: 'failure' },
    ]);
  });

  it('are refused once they ran out', async () => {
    const { access } = pinterest.signIn(['boards:read']);
    pinterest.expireTokens('access');

    expect((await userWith(access.value)).status).toBe(401);
  });

  it('are refused with code 3 where a scope is missing', async () => {
    const { access } = pinterest.signIn(['pins:read']);

    const { status, body } = await userWith(access.value);

    expect([status, body.code]).toEqual([401, 3]);
    expect(body.message).toContain('does not have sufficient permissions');
  });
});
