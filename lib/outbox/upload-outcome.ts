import { toAppError, toErrorInfo, type ErrorInfo } from '../errors';
import { maxVideoBytes } from '../media/video-limits';
import type { JobEvent } from './job-events';
import { inlineAfter } from './refusal';
import { backoffMs, FIRST_ASK_IMAGE_MS, FIRST_ASK_MS } from './schedule';
import type { Job } from './types';

/** What the upload host answered. */
export interface UploadReply {
  status: number;
  body: string;
}

type Tried = Pick<Job, 'attempts' | 'media' | 'stage'>;

/** The form, or the key behind it, is too old: a new one helps. 403 is what S3 says of a policy that has ended. */
const stale = /^(?:ExpiredToken|InvalidToken|TokenRefreshRequired|RequestTimeTooSkewed)$/;
const passing = /^(?:RequestTimeout|SlowDown|InternalError|ServiceUnavailable|OperationAborted)$/;

/** How often a new form is asked for before the person is. */
const NEW_FORMS = 3;

/** A form that was refused when it was older than this went out of date on the way, whatever else was tried before. */
const OLD_FORM_MS = 10 * 60_000;

/**
 * What an answer of S3 means for a job.
 * @param now own clock, ms of UTC
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function eventsOfReply(
  { status, body }: UploadReply,
  { attempts, media, stage }: Tried,
  now: number,
): JobEvent[] {
  if (status >= 200 && status < 300) {
    const ask = media.kind === 'video' ? FIRST_ASK_MS : FIRST_ASK_IMAGE_MS;
    return [{ type: 'uploaded', at: now, askAt: now + ask }];
  }
  const reason = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? '';
  const until = now + backoffMs(attempts);
  if (status >= 500 || status === 429 || passing.test(reason)) {
    const because: ErrorInfo = { code: 'api/unavailable', data: { status } };
    return [inlineAfter({ attempts, media }, because) ?? { type: 'wait', until, because }];
  }
  const because: ErrorInfo =
    reason === 'EntityTooLarge' && media.kind === 'video'
      ? { code: 'media/video-too-large', data: { bytes: media.size, limit: maxVideoBytes } }
      : { code: 'media/upload-refused', data: { status, reason } };
  const isStale = status === 403 || stale.test(reason);
  const isTried = isStale && (attempts < NEW_FORMS || now - formTime(stage, now) > OLD_FORM_MS);
  return [
    { type: 'unregistered' },
    isTried
      ? { type: 'wait', until, because }
      : (inlineAfter({ attempts, media }, because) ?? { type: 'hold', because }),
  ];
}

const formTime = (stage: Job['stage'], now: number) =>
  stage.name === 'registered' ? stage.registeredAt : now;

/** What it means that an upload came to no answer: it is tried again, once Pinterest was asked whether it is there. */
export function eventsOfFailure(error: unknown, tried: Tried, now: number): JobEvent[] {
  const { code } = toAppError(error);
  const because = toErrorInfo(error);
  if (code.startsWith('network/')) {
    const until = now + backoffMs(tried.attempts);
    return [inlineAfter(tried, because) ?? { type: 'wait', until, because }];
  }
  return [{ type: 'unregistered' }, { type: 'hold', because }];
}
