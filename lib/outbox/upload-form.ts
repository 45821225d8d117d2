import { AppError } from '../errors';
import type { MediaUpload } from '../pinterest/types-media';
import type { Registered } from './types';

/** Where a video's bytes go, as it is written into a job. */
export type UploadForm = Omit<Registered, 'name' | 'startedAt'>;

/**
 * Reads Pinterest's answer to a registration.
 * @param hosts origins that this build uploads to
 * @param now own clock, ms of UTC
 * @throws AppError `api/unreadable-reply` where there is no form, `media/upload-host` where it goes elsewhere
 */
export function formOf(reply: MediaUpload, hosts: readonly string[], now: number): UploadForm {
  const { media_id: mediaId, upload_url: uploadUrl = '', upload_parameters = {} } = reply;
  const fields = Object.entries(upload_parameters);
  // A second file would be taken in place of the person's, as S3 ignores what follows the first.
  const hasFile = fields.some(([name]) => name.toLowerCase() === 'file');
  if (fields.length === 0 || hasFile || !URL.canParse(uploadUrl)) {
    throw new AppError('api/unreadable-reply', { status: 201, contentType: 'application/json' });
  }
  requireKnownHost(uploadUrl, hosts);
  const policy = fields.find(([name]) => name.toLowerCase() === 'policy')?.[1] ?? '';
  return { mediaId, uploadUrl, fields, expiresAt: expiryOf(policy), registeredAt: now };
}

/** The person's bytes go nowhere but to the hosts that the build names. @throws AppError `media/upload-host` */
export function requireKnownHost(url: string, hosts: readonly string[]): void {
  const { origin, host, username, password } = new URL(url);
  if (!hosts.includes(origin) || username !== '' || password !== '')
    throw new AppError('media/upload-host', { host });
}

/** Reads from a signed policy (base64 of JSON) until when it is good, in ms of UTC; null where it does not say. */
export function expiryOf(policy: string): number | null {
  try {
    const { expiration } = JSON.parse(atob(policy)) as { expiration?: unknown };
    const time = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN;
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}

/** A line this slow still gets its video through: a form is renewed where less time is left than that takes. */
const SLOW_BYTES_A_MS = 1_000;
const SPARE_MS = 60_000;
/** Of an hour, which is what Pinterest gives: a new form has no more. */
const LONGEST_MS = 30 * 60_000;

/**
 * Whether a form is still good for an upload of so many bytes. One that was only just given is used in any case: the next
 * would be no better.
 *
 * @param times `now` by the own clock, `serverNow` by Pinterest's; ms of UTC
 */
export function isFormGood(
  { expiresAt, registeredAt, startedAt }: Registered,
  bytes: number,
  { now, serverNow }: { now: number; serverNow: number },
): boolean {
  if (expiresAt === null) return true;
  const left = expiresAt - serverNow;
  const isNew = startedAt === null && now - registeredAt < SPARE_MS;
  if (isNew) return left > 0;
  return left > Math.min(LONGEST_MS, SPARE_MS + bytes / SLOW_BYTES_A_MS);
}
