// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import type { TokenEndpoint } from './token-endpoint';
import { createTokens } from './tokens';
import { readAccount, removeAccount, writeAccount, type TokenPair } from './vault';

const DAY_MS = 24 * 3_600_000;

function tokenPair(name: string, endsInMs = 30 * DAY_MS): TokenPair {
  const at = Date.now() + endsInMs;
  return {
    accessToken: `access ${name}`,
    accessExpiresAt: at,
    refreshToken: `refresh ${name}`,
    refreshExpiresAt: at,
    scopes: [],
  };
}

async function signedIn(id: string, tokens: TokenPair) {
  const app = { appId: '1', appSecret: 's', environment: 'local' } as const;
  const view = {
    id,
    username: id,
    imageUrl: null,
    accountType: 'PINNER',
    environment: 'local',
    scopes: [],
  } as const;
  await writeAccount({ version: 1, kind: 'account', app, tokens, view: { ...view, scopes: [] } });
}

function endpointThat(refresh: () => Promise<TokenPair>) {
  const used: string[] = [];
  const unused = () => Promise.reject(new Error('not asked for'));
  const endpoint: TokenEndpoint = {
    exchange: unused,
    check: unused,
    refresh: (_, refreshToken) => {
      used.push(refreshToken);
      return refresh();
    },
  };
  return { endpoint, used };
}

describe('createTokens', () => {
  // N03, A09
  it('renews once where twenty callers find the token at its end', async () => {
    await signedIn('a', tokenPair('old', 1000));
    const { endpoint, used } = endpointThat(async () => tokenPair('new'));
    const tokens = createTokens(endpoint);

    const given = await Promise.all(Array.from({ length: 20 }, () => tokens.accessToken('a')));

    expect(new Set(given)).toEqual(new Set(['access new']));
    expect(used).toEqual(['refresh old']);
  });

  // K12
  it('keeps the new refresh token before it gives the new access token', async () => {
    await signedIn('b', tokenPair('old', 1000));

    await createTokens(endpointThat(async () => tokenPair('new')).endpoint).accessToken('b');

    expect((await readAccount('b'))?.tokens?.refreshToken).toBe('refresh new');
  });

  // K12
  it.each(['before Pinterest answers', 'after its answer and before that is kept'])(
    'is signed in still, or asks to sign in after one refusal, where Tack is stopped %s',
    async (moment) => {
      const id = `stopped ${moment}`;
      await signedIn(id, tokenPair('old', 1000));
      let live = 'refresh old'; // a refresh token is good for one use
      const used: string[] = [];
      const pinterest = async (refreshToken: string): Promise<TokenPair> => {
        used.push(refreshToken);
        if (refreshToken !== live) throw new AppError('auth/signed-out', undefined);
        live = 'refresh new';
        return tokenPair('new');
      };
      // The lock of a worker that is gone is free: the one below asks for it, and nothing of the first comes back.
      const stops = new Promise<never>(() => undefined);
      const isAnswered = moment.startsWith('after');
      const stopped = async () => {
        if (isAnswered) await pinterest('refresh old');
        return stops;
      };
      vi.stubGlobal('navigator', {
        locks: { request: async (_: string, work: () => unknown) => work() },
      });
      void createTokens(endpointThat(stopped).endpoint).accessToken(id);
      await vi.waitFor(() => expect(used).toHaveLength(isAnswered ? 1 : 0));

      const endpoint = endpointThat(() => pinterest('refresh old')).endpoint;
      const asked = () =>
        createTokens(endpoint)
          .accessToken(id)
          .catch((error: unknown) => error);
      const answers = [await asked(), await asked(), await asked()];
      vi.unstubAllGlobals();

      const { tokens } = (await readAccount(id))!;
      expect(used.length).toBeLessThanOrEqual(3);
      if (isAnswered) {
        for (const each of answers) expect(each).toMatchObject({ code: 'auth/signed-out' });
        expect(tokens).toBeNull(); // no half of a pair
      } else {
        expect(answers).toEqual(['access new', 'access new', 'access new']);
        expect(tokens).toMatchObject({ accessToken: 'access new', refreshToken: 'refresh new' });
      }
    },
  );

  it('gives the token that another caller has brought meanwhile', async () => {
    await signedIn('c', tokenPair('newer'));
    const { endpoint, used } = endpointThat(async () => tokenPair('unneeded'));

    expect(await createTokens(endpoint).renewToken('c', 'access old')).toBe('access newer');

    expect(used).toEqual([]);
  });

  // N04
  it('knows an account whose grant is over as signed out, and asks no more', async () => {
    await signedIn('d', tokenPair('old', 1000));
    const { endpoint, used } = endpointThat(() =>
      Promise.reject(new AppError('auth/signed-out', undefined)),
    );
    const tokens = createTokens(endpoint);

    await expect(tokens.accessToken('d')).rejects.toMatchObject({ code: 'auth/signed-out' });
    await expect(tokens.accessToken('d')).rejects.toMatchObject({ code: 'auth/signed-out' });

    expect(used).toHaveLength(1);
  });

  // C05, A11
  it('brings no token back to an account that signed out while it was renewed', async () => {
    await signedIn('e', tokenPair('old', 1000));
    const { endpoint } = endpointThat(async () => {
      await removeAccount('e');
      return tokenPair('new');
    });

    await expect(createTokens(endpoint).accessToken('e')).rejects.toMatchObject({
      code: 'auth/signed-out',
    });

    expect(await readAccount('e')).toBeNull();
  });
});
