// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { startPinterest, type LocalPinterest } from '../../test/pinterest/server.ts';
import { ask } from '../../test/pinterest/testing.ts';

const DAY_MS = 24 * 3_600_000;
let pinterest: LocalPinterest;

beforeAll(async () => {
  pinterest = await startPinterest({ port: 0, boards: 1, pins: 1 });
});
afterAll(() => pinterest.close());
afterEach(() => {
  vi.useRealTimers();
});

/** What a start of the browser loads: nothing in memory is left of the one before, and all that was kept is. */
async function start() {
  vi.resetModules();
  const [{ createTokens }, { renewAccounts }, { createTokenEndpoint }, vault] = await Promise.all([
    import('./tokens'),
    import('./renewal'),
    import('./token-endpoint'),
    import('./vault'),
  ]);
  const endpoint = createTokenEndpoint((_, init) =>
    fetch(`http://127.0.0.1:${pinterest.port}/v5/oauth/token`, init),
  );
  const tokens = createTokens(endpoint);
  return { tokens, vault, renew: () => renewAccounts(tokens) };
}

async function signIn(): Promise<string> {
  const { access, refresh } = pinterest.signIn(['user_accounts:read']);
  const { vault } = await start();
  const id = 'linda';
  await vault.writeAccount({
    version: 1,
    kind: 'account',
    app: {
      appId: pinterest.app.id,
      appSecret: pinterest.app.secret,
      environment: 'production',
    },
    tokens: {
      accessToken: access.value,
      accessExpiresAt: access.expiresAt,
      refreshToken: refresh.value,
      refreshExpiresAt: refresh.expiresAt,
      scopes: [],
    },
    view: {
      id,
      username: id,
      imageUrl: null,
      accountType: 'PINNER',
      environment: 'production',
      scopes: [],
    },
  });
  return id;
}

/** Whether Pinterest takes a token. */
async function isTaken(accessToken: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await ask(`${pinterest.apiUrl}/user_account`, { headers })).status === 200;
}

const sleep = (days: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY_MS });

describe('a person who has signed in once', () => {
  // A10
  it('is signed in after thirty starts of the browser, two days apart, and after one that comes fifty days later', async () => {
    const id = await signIn();
    const given = new Set<string>();
    for (const days of [...Array.from({ length: 30 }, () => 2), 50, 2]) {
      sleep(days);
      const { tokens, renew } = await start();
      expect(await renew()).toBeNull();
      const token = await tokens.accessToken(id);
      expect(await isTaken(token)).toBe(true);
      given.add(token);
    }

    // Each token serves for ten of the sixty days; then come the long sleep, and the two days after it.
    expect(given.size).toBe(8);
    expect(pinterest.ledger.requests('oauth/token')).toBe(7);
  });

  // A10
  it('is asked to sign in, and no more than once to renew, where the grant has run out in sixty-one days', async () => {
    pinterest.reset();
    vi.useRealTimers();
    const id = await signIn();
    sleep(61);
    for (let starts = 0; starts < 3; starts += 1) {
      const { tokens, renew } = await start();
      await renew();
      await expect(tokens.accessToken(id)).rejects.toMatchObject({ code: 'auth/signed-out' });
    }

    expect(pinterest.ledger.requests('oauth/token')).toBe(1);
  });
});
