// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '../errors';
import { signInWithToken, type SignInDeps } from './sign-in';
import type { EnvironmentName } from './types';
import { readCurrentAccount } from './vault';

vi.mock('wxt/browser', () => ({ browser: {} }));

/** A Pinterest whose one token works in one environment. */
function depsWhere(environment: EnvironmentName, token: string): SignInDeps {
  const unused = () => Promise.reject(new Error('not asked for'));
  return {
    endpoint: { exchange: unused, refresh: unused, check: unused },
    async fetchAccount(app, accessToken) {
      if (app.environment !== environment || accessToken !== token)
        throw new AppError('auth/signed-out', undefined);
      return { id: '7', username: 'linda' };
    },
  };
}

describe('signInWithToken', () => {
  it('connects the account that the token belongs to', async () => {
    await signInWithToken(depsWhere('production', 'pina_a'), 'pina_a', 'production');

    expect((await readCurrentAccount())?.view).toMatchObject({ id: '7', username: 'linda' });
  });

  it('keeps the same account of the sandbox apart', async () => {
    const { view } = await signInWithToken(depsWhere('sandbox', 'pina_b'), 'pina_b', 'sandbox');

    expect(view).toMatchObject({ id: 'sandbox-7', environment: 'sandbox' });
  });

  it('names the environment that a token belongs to, if it is the other', async () => {
    const signIn = signInWithToken(depsWhere('sandbox', 'pina_c'), 'pina_c', 'production');

    await expect(signIn).rejects.toMatchObject({
      code: 'auth/wrong-environment',
      data: { environment: 'sandbox' },
    });
  });

  it('refuses what neither takes', async () => {
    const signIn = signInWithToken(depsWhere('sandbox', 'pina_d'), 'nonsense', 'production');

    await expect(signIn).rejects.toMatchObject({ code: 'auth/token-rejected' });
  });
});
