import { describe, expect, it } from 'vitest';

import { errorText } from './error-text';
import type { ErrorInfo } from './errors';

describe('errorText', () => {
  it.each<[ErrorInfo, string]>([
    [
      { code: 'media/too-small', data: { width: 40, height: 30 } },
      'This picture is too small (40 × 30).',
    ],
    [
      { code: 'media/too-large', data: { bytes: 31e6, limit: 20e6 } },
      'This picture is too large (31 MB; Pinterest takes 20 MB).',
    ],
    [
      { code: 'api/rate-limited', data: { retryAfterMs: 6500 } },
      'Pinterest asks Tack to slow down for 7 seconds.',
    ],
    [
      {
        code: 'draft/repeated',
        data: { at: Date.UTC(2024, 4, 3, 12), boardName: 'Kitchen', isOnItsWay: false },
      },
      'You pinned this on 3 May 2024 to Kitchen. Pin again?',
    ],
    [
      {
        code: 'draft/repeated',
        data: { at: Date.UTC(2024, 4, 3, 12), boardName: null, isOnItsWay: false },
      },
      'You pinned this on 3 May 2024. Pin again?',
    ],
    [
      { code: 'draft/repeated', data: { at: 0, boardName: 'Kitchen', isOnItsWay: true } },
      'This picture is on its way to Kitchen already. Pin again?',
    ],
    [
      { code: 'media/video-shape', data: { width: 12_000, height: 30 } },
      'This video is 12,000 × 30. Pinterest takes shapes from 1.91:1 to 1:2.',
    ],
    [
      { code: 'auth/missing-scope', data: { scopes: ['boards:write', 'catalogs:read'] } },
      'Tack was not allowed to do this (Create and change boards, catalogs:read).',
    ],
    [{ code: 'auth/missing-scope', data: { scopes: [] } }, 'Tack was not allowed to do this.'],
    [
      { code: 'unknown', data: { name: 'TypeError', message: 'x is undefined' } },
      'Tack met an error that it does not know.',
    ],
  ])('names the facts of %o', (error, what) => {
    expect(errorText(error).what).toBe(what);
  });

  it('says what to do where Pinterest has to grant a feature, and where a page is out of date', () => {
    expect(errorText({ code: 'api/restricted-feature', data: undefined }).todo).toContain('Ask');
    const refused = errorText({ code: 'message/refused', data: { type: 'toast' } });
    expect(refused.todo).toContain('Reload the page');
  });

  it('sends nobody to another board where it is the pin that is gone', () => {
    const gone = (kind: 'pin' | 'board') => errorText({ code: 'api/not-found', data: { kind } });
    expect(gone('pin')).toMatchObject({
      what: 'This pin is no longer at Pinterest.',
      action: null,
    });
    expect(gone('board').action).toBe('choose-board');
  });

  it('shows the redirect URI that has to be added, and offers to copy it', () => {
    const redirectUri = 'https://x.chromiumapp.org/';

    const text = errorText({ code: 'auth/page-failed', data: { redirectUri } });

    expect(text.todo).toContain(redirectUri);
    expect(text).toMatchObject({ action: 'copy-redirect', actionLabel: 'Copy the address' });
  });

  it.each(['media/of-a-newer-tack', 'toString', '__proto__', ''])(
    'has words for a code that this version does not know: %j',
    (code) => {
      const { what, todo } = errorText({ code, data: undefined } as unknown as ErrorInfo);

      expect(what).toBe('Tack met an error that it does not know.');
      expect(todo).not.toBe('');
    },
  );
});
