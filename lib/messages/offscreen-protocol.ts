import type { ConvertTask } from '../media/keep-converted';
import { finite, isObject, maybe, oneOf, only, size, text, type Check } from './check';

/** What the background asks of the offscreen document. `to` keeps it apart from what views ask of the background. */
export type OffscreenAsk = ConvertAsk | KeepVideoAsk | UploadAsk | LikelyAsk;

export interface ConvertAsk {
  to: 'offscreen';
  type: 'media/convert';
  task: ConvertTask;
}

/** Takes a staged video in for a draft: copies, probes and hashes it. */
export interface KeepVideoAsk {
  to: 'offscreen';
  type: 'video/keep';
  id: string;
  url: string;
}

/** Answered once the upload holds its lease. */
export interface UploadAsk {
  to: 'offscreen';
  type: 'upload/start';
  jobId: string;
}

/** Which places something about a draft speaks for; answered with their keys. */
export interface LikelyAsk {
  to: 'offscreen';
  type: 'board/likely';
  draftId: string;
}

const id = text(300);
const sides = { width: size, height: size };

/** What stands beside `to` and `type` in each of them. */
const fields: Readonly<Record<OffscreenAsk['type'], Readonly<Record<string, Check>>>> = {
  'media/convert': {
    task: only({
      id,
      key: id,
      frame: maybe(only({ ...sides, fit: oneOf('crop', 'pad') })),
      crop: maybe(only({ x: finite, y: finite, ...sides })),
    }),
  },
  'video/keep': { id, url: text(4000) },
  'upload/start': { jobId: id },
  'board/likely': { draftId: id },
};

/** Tells whether a message is one of these, and is made as it has to be: also what Tack's own pages say is looked at. */
export function isOffscreenAsk(message: unknown): message is OffscreenAsk {
  const { type } = (isObject(message) ? message : {}) as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) return false;
  const its = fields[type as OffscreenAsk['type']];
  return only({ to: oneOf('offscreen'), type: oneOf(type), ...its })(message);
}
