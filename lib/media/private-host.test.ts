import { describe, expect, it } from 'vitest';

import { isPrivateHost } from './private-host';

describe('isPrivateHost', () => {
  it.each([
    'http://localhost/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://[fe80::1]/',
    'https://router/',
    'https://nas.local/',
    'https://a.localhost./',
    'https://8.8.8.8/',
  ])('holds for %s', (url) => {
    expect(isPrivateHost(new URL(url).hostname)).toBe(true);
  });

  it.each(['https://example.com/', 'https://i.pinimg.com/', 'https://localhost.example.com/'])(
    'does not hold for %s',
    (url) => {
      expect(isPrivateHost(new URL(url).hostname)).toBe(false);
    },
  );
});
