import { describe, expect, it } from 'vitest';

import { AppError } from '../errors';
import type { Job } from './types';
import { eventsOfFailure, eventsOfReply } from './upload-outcome';

type Tried = Pick<Job, 'attempts' | 'media' | 'stage'>;

const registered = { name: 'registered', registeredAt: 1000 };
const tried = (attempts = 0) =>
  ({ attempts, media: { kind: 'video', size: 5 }, stage: registered }) as Tried;
const xml = (code: string) => `<?xml version="1.0"?>\n<Error><Code>${code}</Code></Error>`;
const reply = (status: number, code = '', attempts = 0) =>
  eventsOfReply({ status, body: code && xml(code) }, tried(attempts), 1000);

describe('what the upload host answers', () => {
  it.each([200, 201, 204])('%i is an upload', (status) => {
    expect(reply(status)).toMatchObject([{ type: 'uploaded', at: 1000 }]);
  });

  it.each([
    [503, 'SlowDown'],
    [500, 'InternalError'],
    [400, 'RequestTimeout'],
    [502, ''],
  ])('%i %s is waited for, with the same form', (status, code) => {
    expect(reply(status, code)).toMatchObject([{ type: 'wait' }]);
  });

  // N16
  it.each([
    [403, 'AccessDenied'],
    [400, 'ExpiredToken'],
    [403, ''],
  ])('%i %s is tried with a new form, three times', (status, code) => {
    expect(reply(status, code)).toMatchObject([{ type: 'unregistered' }, { type: 'wait' }]);
    expect(reply(status, code, 3)).toMatchObject([
      { type: 'unregistered' },
      { type: 'hold', because: { code: 'media/upload-refused', data: { reason: code } } },
    ]);
  });

  it('is tried with a new form where the one it refuses is old, however often the line broke before', () => {
    const answer = { status: 403, body: xml('AccessDenied') };
    expect(eventsOfReply(answer, tried(9), 1000 + 20 * 60_000)).toMatchObject([
      { type: 'unregistered' },
      { type: 'wait' },
    ]);
  });

  it.each([
    [400, 'EntityTooLarge', 'media/video-too-large'],
    [400, 'InvalidArgument', 'media/upload-refused'],
    [412, 'PreconditionFailed', 'media/upload-refused'],
  ])('%i %s is for the person', (status, reason, code) => {
    expect(reply(status, reason)).toMatchObject([
      { type: 'unregistered' },
      { type: 'hold', because: { code } },
    ]);
  });
});

describe('what the upload host answers of an image', () => {
  const image = (attempts = 0) =>
    ({ attempts, media: { kind: 'bytes', byId: true }, stage: registered }) as Tried;
  const answer = (status: number, code: string, attempts = 0) =>
    eventsOfReply({ status, body: xml(code) }, image(attempts), 1000);

  it('takes it into the request for its pin where it is refused', () => {
    const inline = [{ type: 'unregistered' }, { type: 'inline', isRefused: true }];
    expect(answer(400, 'EntityTooLarge')).toEqual(inline);
    expect(answer(403, 'AccessDenied')).toMatchObject([{ type: 'unregistered' }, { type: 'wait' }]);
    expect(answer(403, 'AccessDenied', 3)).toEqual(inline);
  });

  it('takes it there without a word against ids where it was tried three times', () => {
    expect(answer(503, 'SlowDown')).toMatchObject([{ type: 'wait' }]);
    expect(answer(503, 'SlowDown', 3)).toEqual([{ type: 'inline', isRefused: false }]);
  });
});

describe('an upload without an answer', () => {
  it('is tried again where the line was at fault, and keeps its form', () => {
    const failed = eventsOfFailure(new AppError('network/timeout', undefined), tried(), 0);

    expect(failed).toMatchObject([{ type: 'wait', because: { code: 'network/timeout' } }]);
  });

  it('is for the person where its bytes are not what they were', () => {
    const failed = eventsOfFailure(new AppError('media/damaged', undefined), tried(), 0);

    expect(failed).toMatchObject([{ type: 'unregistered' }, { type: 'hold' }]);
  });
});
