// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { errorText } from '../error-text';
import { errorOf, type Refusal } from './errors';

/** Bodies as Pinterest has sent them, by published reports and its own description (research/pinterest-api.md §4). */
const recorded: [name: string, refusal: Partial<Refusal>, code: string][] = [
  [
    'a token that has ended',
    { status: 401, apiCode: 2, message: 'Authentication failed.' },
    'auth/signed-out',
  ],
  [
    'a token of another product',
    { status: 401, apiCode: 1104, message: 'Access token invalid or expired.' },
    'auth/signed-out',
  ],
  [
    'a missing scope',
    {
      status: 401,
      apiCode: 3,
      message:
        'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.',
    },
    'auth/missing-scope',
  ],
  [
    'a beta that was not granted',
    {
      status: 401,
      apiCode: 3,
      message: 'Your application does not have access to this restricted feature.',
    },
    'api/restricted-feature',
  ],
  [
    'numbers of somebody else’s pin',
    { status: 401, apiCode: 7, message: 'Not authorized to access board or Pin.' },
    'api/not-found',
  ],
  [
    'a pin by a trial app',
    {
      status: 403,
      apiCode: 29,
      message:
        'Apps with Trial access may not create Pins in production. Please use the API Sandbox (api-sandbox.pinterest.com) instead, or apply for Standard access.',
    },
    'api/trial-access',
  ],
  [
    'a spam block',
    {
      status: 429,
      message: 'Sorry! We blocked this because of a block (Pins) we have in place to combat spam.',
    },
    'api/spam-block',
  ],
  [
    'too many calls',
    {
      status: 429,
      apiCode: 8,
      message:
        'This request exceeded a rate limit. This can happen if the client exceeds one\nof the published rate limits or if multiple write operations are applied to\nan object within a short time window.',
    },
    'api/rate-limited',
  ],
  [
    'a board that is gone',
    { status: 404, apiCode: 40, message: 'Board not found.' },
    'api/not-found',
  ],
  ['a pin that is gone', { status: 404, apiCode: 50, message: 'Pin not found.' }, 'api/not-found'],
  [
    'a section that is gone',
    { status: 404, apiCode: 2031, message: "Sorry! We couldn't find this board section." },
    'api/not-found',
  ],
  [
    'an image that is too small',
    { status: 403, apiCode: 233, message: 'Image is too small.' },
    'media/too-small',
  ],
  [
    'an image that is broken',
    { status: 403, apiCode: 235, message: 'The image is broken.' },
    'api/image-refused',
  ],
  [
    'an image that could not be fetched',
    { status: 400, apiCode: 1, message: 'Sorry we could not fetch the image.' },
    'api/image-refused',
  ],
  [
    'WebP',
    { status: 400, apiCode: 1, message: 'The format of the image is not supported' },
    'api/image-refused',
  ],
  [
    'a link that can’t be reached',
    {
      status: 400,
      apiCode: 1,
      message: 'Unable to reach the URL. Please check the URL and try again.',
    },
    'api/link-refused',
  ],
  [
    'a link that is none',
    {
      status: 400,
      apiCode: 1,
      message: 'Whoops! It looks like you entered an invalid URL. Please check it and try again.',
    },
    'api/link-refused',
  ],
  [
    'a board’s name that is taken',
    { status: 400, apiCode: 400, message: 'You already have a board with this name.' },
    'api/board-name',
  ],
  [
    'a board that somebody else is changing',
    { status: 409, apiCode: 409, message: 'Could not get exclusive access to the board.' },
    'api/conflict',
  ],
  [
    'a server that failed',
    { status: 500, message: 'Something went wrong on our end. Sorry about that.' },
    'api/unavailable',
  ],
  ['maintenance', { status: 503, message: '' }, 'api/unavailable'],
  [
    'what nobody has seen yet',
    { status: 422, apiCode: 4711, message: 'A new word', requestId: '42' },
    'api/rejected',
  ],
];

const refusal = (facts: Partial<Refusal>): Refusal => ({
  status: 400,
  apiCode: 0,
  message: '',
  requestId: '1234567890',
  retryAfterMs: 5000,
  ...facts,
});

describe('what Pinterest refuses', () => {
  // N05
  it.each(recorded)('is named: %s', (_, facts, code) => {
    expect(errorOf(refusal(facts)).code).toBe(code);
  });

  it.each(recorded)('has words for a person: %s', (_, facts) => {
    const { what, todo } = errorText(errorOf(refusal(facts)));

    expect(what.length).toBeGreaterThan(10);
    expect(todo.length).toBeGreaterThan(10);
  });

  it('keeps Pinterest’s request id, for the report that a person may send', () => {
    expect(errorOf(refusal({ status: 422, requestId: '42' })).requestId).toBe('42');
    expect(errorOf(refusal({ status: 503, requestId: '43' })).requestId).toBe('43');
  });

  it('keeps no token that stands in Pinterest’s words', () => {
    const error = errorOf(refusal({ status: 422, message: 'pina_ABC123 and Bearer pinr_DEF' }));

    expect(JSON.stringify(error.data)).not.toMatch(/ABC123|DEF/);
  });
});
