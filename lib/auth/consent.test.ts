// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { holds } from '../../test/holds';
import { AppError } from '../errors';
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

  // A02
  it('takes nothing else of thousands of forms of the answer', () => {
    const param = fc.record({
      name: fc.constantFrom('code', 'state', 'error', 'Code', 'code[]', 'x'),
      value: fc.constantFrom(state, state.slice(1), 'c1', '', 'access_denied', 'a&code=b'),
    });
    const base = fc.constantFrom(
      redirect,
      redirect,
      `${redirect}x`,
      redirect.replace('https', 'http'),
      redirect.replace('.org/', '.org:444/'),
      redirect.replace('.org', '.org.evil.example'),
      redirect.replace('//', '//a@'),
      redirect.replace('//', '//:b@'),
    );
    const right = [
      { name: 'state', value: state },
      { name: 'code', value: 'c1' },
    ];
    const params = fc.oneof(
      fc.array(param, { maxLength: 4 }),
      fc.array(param, { maxLength: 2 }).map((more) => right.concat(more)),
    );
    const forms = fc.tuple(base, params, fc.constantFrom('', '#code=c2'));
    let taken = 0;
    holds(
      fc.property(forms, ([at, drawn, end]) => {
        const of = (name: string) => drawn.filter((one) => one.name === name);
        const isDenied = of('error')[0]?.value === 'access_denied';
        const isRight =
          at === redirect &&
          of('state').length === 1 &&
          of('state')[0]?.value === state &&
          of('code').length === 1 &&
          of('code')[0]?.value !== '' &&
          !isDenied;
        const query = new URLSearchParams(drawn.map(({ name, value }) => [name, value]));
        const read = () => readCode(`${at}?${query}${end}`, redirect, state);
        if (!isRight) expect(read).toThrow(AppError);
        else expect(read()).toBe(of('code')[0]?.value);
        taken += Number(isRight);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(20); // what is right is drawn as well
  });
});
