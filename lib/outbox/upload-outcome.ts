import { toAppError, toErrorInfo, type ErrorInfo } from '../errors';
import { maxVideoBytes } from '../media/video-limits';
import type { JobEvent } from './job';
import { backoffMs, FIRST_ASK_MS } from './schedule';
import type { Job } from './types';

/** What the upload host answered. */
export interface UploadReply {
  status: number;
  body: string;
}

type Tried = Pick<Job, 'attempts' | 'media'>;

/** The form, or the key behind it, is too old: a new one helps. 403 is what S3 says of a policy that has ended. */
const stale = /^(?:ExpiredToken|InvalidToken|TokenRefreshRequired|RequestTimeTooSkewed)$/;
const passing = /^(?:RequestTimeout|SlowDown|InternalError|ServiceUnavailable|OperationAborted)$/;

/** How often a new form is asked for before the person is. */
const NEW_FORMS = 3;

/**
 * What an answer of S3 means for a job.
 * @param now own clock, ms of UTC
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function eventsOfReply(
  { status, body }: UploadReply,
  { attempts, media }: Tried,
  now: number,
): JobEvent[] {
  if (status >= 200 && status < 300) {
    return [{ type: 'uploaded', at: now, askAt: now + FIRST_ASK_MS }];
  }
  const reason = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? '';
  const until = now + backoffMs(attempts);
  if (status >= 500 || status === 429 || passing.test(reason)) {
    return [{ type: 'wait', until, because: { code: 'api/unavailable', data: { status } } }];
  }
  const bytes = media.kind === 'video' ? media.size : 0;
  const because: ErrorInfo =
    reason === 'EntityTooLarge'
      ? { code: 'media/video-too-large', data: { bytes, limit: maxVideoBytes } }
      : { code: 'media/upload-refused', data: { status, reason } };
  const isStale = status === 403 || stale.test(reason);
  return [
    { type: 'unregistered' },
    isStale && attempts < NEW_FORMS ? { type: 'wait', until, because } : { type: 'hold', because },
  ];
}

/** What it means that an upload came to no answer: it is tried again, once Pinterest was asked whether it is there. */
export function eventsOfFailure(error: unknown, { attempts }: Tried, now: number): JobEvent[] {
  const { code } = toAppError(error);
  const because = toErrorInfo(error);
  if (code.startsWith('network/')) {
    return [{ type: 'wait', until: now + backoffMs(attempts), because }];
  }
  return [{ type: 'unregistered' }, { type: 'hold', because }];
}
