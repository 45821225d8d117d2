import { describe, expect, it } from 'vitest';

import { readCode } from './consent';

const redirect = 'https://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/';
const state = 'a'.repeat(64);

describe('readCode', () => {
  // A01
  it('takes the code from the exact address with the very state', () => {
    expect(readCode(`${redirect}?state=${state}&code=c1`, redirect, state)).toBe('c1');
  });

  it.each([
    ['another state', `?state=b&code=c1`],
    ['no state', `?code=c1`],
    ['two states', `?state=${state}&state=${state}&code=c1`],
    ['a longer path', `path?state=${state}&code=c1`],
  ])('refuses an answer with %s', (_, rest) => {
    expect(() => readCode(redirect + rest, redirect, state)).toThrow('auth/state-mismatch');
  });

  it.each([
    'https://evil.example/',
    'http://hfgmkjabpncfjndncahbclkibpphmaol.chromiumapp.org/',
    'nonsense',
  ])('refuses an answer from %s', (origin) => {
    expect(() => readCode(`${origin}?state=${state}&code=c1`, redirect, state)).toThrow(
      'auth/state-mismatch',
    );
  });

  it('says that the person denied it', () => {
    const answer = `${redirect}?state=${state}&error=access_denied`;
    expect(() => readCode(answer, redirect, state)).toThrow('auth/denied');
  });

  // A02
  it.each([`?state=${state}`, `?state=${state}&code=a&code=b`, `?state=${state}&code=`])(
    'refuses an answer without exactly one code: %s',
    (rest) => {
      expect(() => readCode(redirect + rest, redirect, state)).toThrow('auth/code-rejected');
    },
  );
});
