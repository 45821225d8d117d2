import { describe, expect, it } from 'vitest';

import type { ErrorInfo } from '../errors';
import { inlineAfter } from './refusal';
import type { Job } from './types';

const image = (byId: boolean | undefined, attempts = 0) =>
  ({ attempts, media: { kind: 'bytes', byId } }) as Pick<Job, 'attempts' | 'media'>;

const rejected: ErrorInfo = {
  code: 'api/rejected',
  data: { status: 400, apiCode: 1, message: '' },
};
const unreached: ErrorInfo = { code: 'network/unreachable', data: undefined };

describe('an image that was to go by its id', () => {
  it('goes with its pin where it is refused, or was tried three times', () => {
    expect(inlineAfter(image(true), rejected)).toEqual({ type: 'inline', isRefused: true });
    expect(inlineAfter(image(true, 2), unreached)).toBeNull();
    expect(inlineAfter(image(true, 3), unreached)).toEqual({ type: 'inline', isRefused: false });
  });

  it.each<ErrorInfo>([
    { code: 'auth/signed-out', data: undefined },
    { code: 'auth/missing-scope', data: { scopes: ['pins:write'] } },
    { code: 'api/rate-limited', data: { retryAfterMs: 5000 } },
    { code: 'api/trial-access', data: undefined },
    { code: 'api/spam-block', data: { message: '' } },
    { code: 'api/link-refused', data: { message: '' } },
    { code: 'media/damaged', data: undefined },
    { code: 'outbox/wrong-account', data: { username: '' } },
  ])('waits as any other where the other way is barred as well: $code', (because) => {
    expect(inlineAfter(image(true, 9), because)).toBeNull();
  });
});

it('is nothing to a pin that goes another way', () => {
  expect(inlineAfter(image(false, 9), rejected)).toBeNull();
  expect(inlineAfter(image(undefined, 9), rejected)).toBeNull();
  const video = { attempts: 9, media: { kind: 'video' } } as Pick<Job, 'attempts' | 'media'>;
  expect(inlineAfter(video, rejected)).toBeNull();
});
