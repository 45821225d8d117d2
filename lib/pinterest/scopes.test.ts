import { describe, expect, it } from 'vitest';

import { BASE_SCOPES, featureOf, isGranted, scopesFor } from './scopes';

describe('scopes', () => {
  it('a first sign-in asks for the base alone', () => {
    expect(scopesFor([], [])).toEqual([...BASE_SCOPES]);
  });

  it('a later one takes nothing away and adds what a feature needs', () => {
    const asked = scopesFor([...BASE_SCOPES, 'ads:read'], ['secret']);
    expect(asked).toEqual(expect.arrayContaining(['ads:read', 'boards:read_secret']));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('a feature is granted when all of its scopes are, and tried where nothing is known', () => {
    expect(isGranted(['boards:read_secret'], 'secret')).toBe(false);
    expect(isGranted(scopesFor([], ['secret']), 'secret')).toBe(true);
    expect(isGranted([], 'ads')).toBe(true);
  });

  it('names the feature that a missing scope belongs to', () => {
    expect(featureOf(['boards:read', 'boards:read_secret'])).toBe('secret');
    expect(featureOf(['ads:read'])).toBe('ads');
    expect(featureOf(['boards:read'])).toBeNull();
  });
});
