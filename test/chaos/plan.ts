import type { Fault } from '../pinterest/faults.ts';
import { between, pick, unit } from '../pinterest/random.ts';
import { errorXml } from '../pinterest/s3.ts';

/** What befalls the browser. */
export type Blow =
  | 'stop-worker'
  | 'kill-renderer'
  | 'kill-browser'
  | 'reload'
  | 'expire-token'
  | 'revoke-token'
  | 'quota'
  | 'clock-jump';

/** What befalls one exchange with Pinterest. */
export type Trouble =
  | 'cut-before'
  | 'cut-after'
  | 'held'
  | 'truncated'
  | 'slow'
  | 'portal'
  | 'refused'
  | 'limited'
  | 'broken'
  | 'upload-cut'
  | 'upload-refused'
  | 'unprocessed';

export type Disturbance = Blow | Trouble;

/** How often each comes, against the others. */
const weights: Readonly<Record<Disturbance, number>> = {
  'stop-worker': 12,
  'kill-renderer': 3,
  'kill-browser': 4,
  reload: 2,
  'expire-token': 2,
  'revoke-token': 1,
  quota: 2,
  'clock-jump': 3,
  'cut-before': 6,
  'cut-after': 6,
  held: 6,
  truncated: 6,
  slow: 4,
  portal: 3,
  refused: 3,
  limited: 3,
  broken: 6,
  'upload-cut': 4,
  'upload-refused': 3,
  unprocessed: 2,
};

/** Every name that `--faults` takes. */
export const disturbances = Object.keys(weights) as Disturbance[];

const blows: ReadonlySet<string> = new Set<Blow>([
  'stop-worker',
  'kill-renderer',
  'kill-browser',
  'reload',
  'expire-token',
  'revoke-token',
  'quota',
  'clock-jump',
]);

/** Whether a disturbance befalls the browser, and not an exchange. */
export const isBlow = (one: Disturbance): one is Blow => blows.has(one);

/** What a job's pin is made of. */
export type JobKind = 'image' | 'carousel' | 'save' | 'video';

/** The n-th thing of a run, as the seed has it: the same seed plans the same run. */
export function planJob(
  seed: string,
  index: number,
  hasVideos = true,
): { kind: JobKind; pictures: number } {
  const share = unit(`${seed} kind ${index}`);
  if (share < 0.15) {
    return { kind: 'carousel', pictures: between(`${seed} pictures ${index}`, 2, 4) };
  }
  if (share < 0.25) return { kind: 'save', pictures: 1 };
  return share < 0.37 && hasVideos
    ? { kind: 'video', pictures: 0 }
    : { kind: 'image', pictures: 1 };
}

/** The n-th disturbance of a run. */
export function planDisturbance(
  seed: string,
  index: number,
  among: readonly Disturbance[],
): Disturbance {
  const all = among.flatMap((name) => Array.from({ length: weights[name] }, () => name));
  return pick(`${seed} disturbance ${index}`, all);
}

/** The calls that a pin's way goes through; most trouble is where a pin is made. */
const operations = [
  ...Array.from({ length: 6 }, () => 'pins/create'),
  'pins/save',
  'pins/save',
  'boards/list_pins',
  'boards/list_pins',
  'media/create',
  'media/get',
  's3',
  'oauth/token',
];

/** What S3 says where it does not take a form. */
const uploadRefusals = [
  { status: 403, code: 'AccessDenied', message: 'Invalid according to Policy: Policy expired.' },
  { status: 403, code: 'RequestTimeTooSkewed', message: 'The times are too far apart.' },
  { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' },
  { status: 400, code: 'RequestTimeout', message: 'Your socket connection was idle too long.' },
  { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist.' },
  { status: 413, code: 'EntityTooLarge', message: 'Your proposed upload is too large.' },
  { status: 429, code: 'SlowDown', message: 'Please reduce your request rate.' },
  { status: 500, code: 'InternalError', message: 'We encountered an internal error.' },
  { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
].map(({ status, ...error }) => ({ status, body: errorXml(error) }));

/** What the local Pinterest does to an exchange. */
export function faultOf(trouble: Trouble, key: string): Fault {
  const operation = pick(`${key} operation`, operations);
  const fault = { operation, after: between(`${key} after`, 0, 2) };
  switch (trouble) {
    case 'cut-before':
      return { ...fault, kind: 'drop-before' };
    case 'cut-after':
      return { ...fault, kind: 'drop-after' };
    case 'held':
      return {
        ...fault,
        kind: pick(`${key} hold`, ['hold', 'hold-before'] as const),
        ms: between(`${key} ms`, 200, 1500),
      };
    case 'truncated':
      return { ...fault, kind: 'truncate', bytes: between(`${key} bytes`, 0, 60) };
    case 'slow':
      // Of the upload host all is slow, the taking too: a film's bytes are more than an answer's.
      return { ...fault, kind: 'slow', bytes: operation === 's3' ? 4096 : 64, ms: 30 };
    case 'portal':
      // Of the upload host, too, it is an answer that reads as a success.
      return {
        ...fault,
        kind: 'html',
        status: 200,
        body: '<!doctype html><title>Welcome to the Wi-Fi</title>',
      };
    case 'refused':
      return {
        ...fault,
        kind: 'status',
        status: pick(`${key} status`, [401, 403, 404, 409, 413]),
      };
    case 'limited':
      return { ...fault, kind: 'status', status: 429, headers: { 'retry-after': '1' } };
    case 'broken':
      return { ...fault, kind: 'status', status: pick(`${key} status`, [500, 502, 503, 504]) };
    case 'upload-cut':
      return { operation: 's3', kind: 'drop-during', bytes: between(`${key} bytes`, 1, 160_000) };
    case 'upload-refused':
      return { operation: 's3', kind: 'status', ...pick(`${key} refusal`, uploadRefusals) };
    case 'unprocessed':
      return { operation: 's3', kind: 'spoil' };
  }
}
