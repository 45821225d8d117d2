import { describe, expect, it } from 'vitest';

import type { AccountView } from '../auth/types';
import { AppError } from '../errors';
import { missingOf } from './missing';

const account = (accountType: AccountView['accountType']) => ({ accountType }) as AccountView;
const rejected = new AppError('api/rejected', {
  status: 400,
  apiCode: 1,
  message: 'Invalid parameters.',
});

describe('what stands between an account and its numbers', () => {
  it('is its kind where a personal account is refused, in whatever way', () => {
    expect(missingOf(rejected, account('PINNER'))).toBe('personal');
    expect(missingOf(new AppError('api/not-found', { kind: 'other' }), account('PINNER'))).toBe(
      'personal',
    );
    expect(missingOf(rejected, account('BUSINESS'))).toBeNull();
  });

  it('is the app’s access where Pinterest says that', () => {
    expect(missingOf(new AppError('api/trial-access', undefined), account('BUSINESS'))).toBe(
      'access',
    );
    expect(missingOf(new AppError('api/restricted-feature', undefined), null)).toBe('access');
  });

  it('is the sandbox, which has no numbers', () => {
    expect(missingOf(new AppError('api/not-in-sandbox', undefined), account('PINNER'))).toBe(
      'sandbox',
    );
  });

  it('is nothing of the account’s where a limit or the network is the reason', () => {
    for (const error of [
      new AppError('api/rate-limited', { retryAfterMs: 1000 }),
      new AppError('network/unreachable', undefined),
      new AppError('auth/missing-scope', { scopes: ['ads:read'] }),
    ])
      expect(missingOf(error, account('PINNER'))).toBeNull();
  });
});
