import { askOffscreen } from '../media/offscreen';
import type { UploadAsk } from '../messages/offscreen-protocol';
import { beginUpload } from './upload-job';
import { runningUploads } from './upload-lease';
import { keepAwake } from './wake';

/** Uploads videos outside of the steps: one upload takes minutes, and outlives the worker that began it. */
export interface Uploader {
  /** Begins an upload; its end is written into the job's row, and the outbox is woken. Does nothing where it goes on. */
  start(jobId: string): Promise<void>;
  /** The jobs whose upload goes on at this moment, whoever began it. */
  running(): Promise<Set<string>>;
}

/** As many go on at a time: a browser has six connections to a host, and a line has one width. */
export const uploadsAtOnce = 2;

/** Makes the uploader of this browser. `onEnd` is for where the upload runs in the background itself. */
export function createUploader(onEnd: () => void): Uploader {
  const start = import.meta.env.FIREFOX
    ? (jobId: string) => startHere(jobId, onEnd)
    : startOffscreen;
  return { start, running: runningUploads };
}

function startOffscreen(jobId: string): Promise<void> {
  const ask: UploadAsk = { to: 'offscreen', type: 'upload/start', jobId };
  return askOffscreen<null>(ask).then(() => undefined);
}

/** Firefox's background is a page, which goes on as long as it calls the browser now and then. */
function startHere(jobId: string, onEnd: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const begun = beginUpload(jobId, () => {
    resolve();
    onEnd();
  });
  void keepAwake(() => promise);
  return begun;
}
