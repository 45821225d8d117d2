import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';

import busboy from 'busboy';

export const bucket = 'local-media-upload';
export const region = 'us-east-1';
export const maxUploadBytes = 2 * 1024 ** 3;
/** As for images that come with their pin: an upload of more is refused. */
export const maxImageBytes = 20 * 1024 ** 2;

/** Keys that open nothing: they exist so that the form is signed and checked as a real one is. */
export const credentials = {
  accessKeyId: 'ASIALOCALPINTEREST00',
  secretAccessKey: 'local-pinterest-upload-secret',
  sessionToken: 'bG9jYWwgcGludGVyZXN0IHNlc3Npb24gdG9rZW4=',
};

/** An answer of S3 that is not a success; sent as XML. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A form as it arrived: the fields before the file (names in lower case) and what is known of the file's bytes. */
export interface Upload {
  fields: Map<string, string>;
  size: number;
  sha256: string;
  head: Buffer;
  /** The whole file, where it was to be kept and is no larger than an image may be. */
  bytes: Buffer | undefined;
}

/** The connection was closed before the form was whole. */
export class BrokenUpload extends Error {
  override readonly name = 'BrokenUpload';
}

/**
 * Reads a POST form, whose bytes pass `through`. Fields after the file are ignored, as S3 does. The file is measured, and kept
 * only where `isKept` says so by the form's key.
 */
export function readForm(
  incoming: IncomingMessage,
  through: Transform,
  isKept: (key: string) => boolean = () => false,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let file: Omit<Upload, 'fields'> | undefined;
    const parser = openParser(incoming, reject);
    parser?.on('field', (name, value) => {
      if (!file) fields.set(name.toLowerCase(), value);
    });
    parser?.on('file', (name, stream) => {
      if (name.toLowerCase() !== 'file' || file) {
        stream.resume();
        return;
      }
      const measured: Omit<Upload, 'fields'> = {
        size: 0,
        sha256: '',
        head: Buffer.alloc(0),
        bytes: undefined,
      };
      file = measured;
      const chunks: Buffer[] | undefined = isKept(fields.get('key') ?? '') ? [] : undefined;
      const hash = createHash('sha256');
      stream.on('data', (chunk: Buffer) => {
        measured.size += chunk.length;
        hash.update(chunk);
        if (measured.size <= maxImageBytes) chunks?.push(chunk);
        if (measured.head.length < 64)
          measured.head = Buffer.concat([measured.head, chunk]).subarray(0, 64);
      });
      stream.on('close', () => {
        measured.sha256 = hash.digest('hex');
        if (chunks && measured.size <= maxImageBytes) measured.bytes = Buffer.concat(chunks);
      });
    });
    parser?.on('close', () => {
      if (file) resolve({ fields, ...file });
      else
        reject(
          new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.'),
        );
    });
    parser?.on('error', () => {
      reject(
        new S3Error(
          400,
          'MalformedPOSTRequest',
          'The body of your POST request is not well-formed multipart/form-data.',
        ),
      );
    });
    incoming.on('close', () => {
      if (!incoming.complete) reject(new BrokenUpload());
    });
    if (parser) incoming.pipe(through).pipe(parser);
  });
}

function openParser(incoming: IncomingMessage, reject: (error: S3Error) => void) {
  try {
    return busboy({ headers: incoming.headers, limits: { fieldSize: 1024 * 1024 } });
  } catch {
    incoming.resume();
    reject(
      new S3Error(
        412,
        'PreconditionFailed',
        'Bucket POST must be of the enclosure-type multipart/form-data',
      ),
    );
    return undefined;
  }
}

interface Policy {
  expiration: string;
  conditions: (Record<string, string> | [string, string | number, string | number])[];
}

/** Checks a form against its own signed policy, in S3's order and with S3's errors. */
export function checkForm({ fields, size }: Upload, now = Date.now()): void {
  const encoded = fields.get('policy');
  if (encoded === undefined || !fields.has('x-amz-signature'))
    throw new S3Error(403, 'AccessDenied', 'Access Denied');
  if (!fields.has('key'))
    throw new S3Error(400, 'InvalidArgument', "Bucket POST must contain a field named 'key'.");
  checkSignature(fields, encoded);
  const policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Policy;
  if (Date.parse(policy.expiration) <= now) throw denied('Policy expired.');
  const named = new Set(['policy', 'x-amz-signature', 'file']);
  for (const condition of policy.conditions) {
    const rules = Array.isArray(condition)
      ? [condition]
      : Object.entries(condition).map(([name, value]): [string, string, string] => [
          'eq',
          `$${name}`,
          value,
        ]);
    for (const rule of rules) checkRule(rule, { fields, size, named });
  }
  for (const name of fields.keys()) {
    if (!named.has(name) && !name.startsWith('x-ignore-'))
      throw denied(`Extra input fields: ${name}`);
  }
}

function checkRule(
  [operator, subject, wanted]: [string, string | number, string | number],
  { fields, size, named }: { fields: Map<string, string>; size: number; named: Set<string> },
) {
  if (operator === 'content-length-range') {
    if (size < Number(subject))
      throw new S3Error(
        400,
        'EntityTooSmall',
        'Your proposed upload is smaller than the minimum allowed size',
      );
    if (size > Number(wanted))
      throw new S3Error(
        400,
        'EntityTooLarge',
        'Your proposed upload exceeds the maximum allowed size',
      );
    return;
  }
  const name = String(subject).slice(1).toLowerCase();
  named.add(name);
  const value = name === 'bucket' ? bucket : (fields.get(name) ?? '');
  const holds =
    operator === 'starts-with' ? value.startsWith(String(wanted)) : value === String(wanted);
  if (!holds) throw denied(`Policy Condition failed: ["${operator}", "${subject}", "${wanted}"]`);
}

function checkSignature(fields: Map<string, string>, policy: string) {
  const [accessKey, date = '', zone = '', service = '', terminator = ''] = (
    fields.get('x-amz-credential') ?? ''
  ).split('/');
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256' || terminator !== 'aws4_request') {
    throw new S3Error(400, 'InvalidArgument', 'Invalid X-Amz-Algorithm or X-Amz-Credential.');
  }
  if (accessKey !== credentials.accessKeyId) {
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  if (fields.get('x-amz-security-token') !== credentials.sessionToken) {
    throw new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  const steps = [date, zone, service, terminator, policy];
  const first: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  let key: Buffer | string = first;
  for (const step of steps) key = createHmac('sha256', key).update(step).digest();
  const given = Buffer.from(fields.get('x-amz-signature') ?? '', 'hex');
  if (!Buffer.isBuffer(key) || given.length !== key.length || !timingSafeEqual(given, key)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
}

function denied(reason: string): S3Error {
  return new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${reason}`);
}

/** Writes an error as S3 does. */
export function errorXml({ code, message }: { code: string; message: string }): string {
  const safe = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${safe}</Message><RequestId>LOCAL0000000000</RequestId></Error>`;
}

/** Tells whether bytes begin as MP4, MOV and M4V files do. */
export function isVideo(head: Buffer): boolean {
  return head.length >= 12 && head.subarray(4, 8).toString('latin1') === 'ftyp';
}
