// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import { renewAccounts } from './renewal';
import { createTokens } from './tokens';
import { readAccount, removeAccount, writeAccount, type TokenPair } from './vault';

const DAY_MS = 24 * 3_600_000;

const pair = (accessToken: string, endsInDays: number): TokenPair => ({
  accessToken,
  accessExpiresAt: Date.now() + endsInDays * DAY_MS,
  refreshToken: 'refresh',
  refreshExpiresAt: Date.now() + 60 * DAY_MS,
  scopes: [],
});

const signedIn = (id: string, tokens: TokenPair) =>
  writeAccount({
    version: 1,
    kind: 'account',
    app: { appId: '1', appSecret: 's', environment: 'local' },
    tokens,
    view: {
      id,
      username: id,
      imageUrl: null,
      accountType: 'PINNER',
      environment: 'local',
      scopes: [],
    },
  });

const unused = () => Promise.reject(new Error('not asked for'));
const tokensThat = (refresh: () => Promise<TokenPair>) =>
  createTokens({ exchange: unused, check: unused, refresh });

describe('renewAccounts', () => {
  // A10
  it('renews what ends within three weeks, and leaves the rest alone', async () => {
    await signedIn('near', pair('old', 20));
    await signedIn('far', pair('good', 22));

    expect(await renewAccounts(tokensThat(async () => pair('new', 30)))).toBeNull();

    expect((await readAccount('near'))?.tokens?.accessToken).toBe('new');
    expect((await readAccount('far'))?.tokens?.accessToken).toBe('good');
    await removeAccount('near');
    await removeAccount('far');
  });

  it('tells of a grant that is over, and not of a network that is', async () => {
    await signedIn('a', pair('old', 1));
    const offline = tokensThat(async () => {
      throw new AppError('network/unreachable', undefined);
    });
    expect(await renewAccounts(offline)).toBeNull();

    const over = tokensThat(async () => {
      throw new AppError('auth/signed-out', undefined);
    });
    expect(await renewAccounts(over)).toMatchObject({ code: 'auth/signed-out' });
  });
});
