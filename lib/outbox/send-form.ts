import { AppError } from '../errors';
import type { UploadReply } from './upload-outcome';

/** How long nothing may move before an upload is given up, and how long the answer may take after the last byte. */
const STALL_MS = 60_000;
const ANSWER_MS = 5 * 60_000;

interface SendOptions {
  url: string;
  /** Sent in this order, the file last: S3 ignores what follows it. */
  fields: readonly (readonly [name: string, value: string])[];
  /** Backed by a file on disk: it is streamed from there. */
  file: Blob;
  /** Called with how many bytes have left, some of which are in the sockets yet. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a form with a file, and gives the answer. By XMLHttpRequest: `fetch` tells no progress of what is sent.
 * @throws AppError `network/unreachable`, `network/timeout` where nothing moves; the signal's own reason
 */
export function sendForm(options: SendOptions): Promise<UploadReply> {
  const { url, fields, file, onProgress, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<UploadReply>();
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append('file', file, 'upload');
  const request = new XMLHttpRequest();
  const give = (error: unknown) => {
    reject(error);
    request.abort();
  };
  const timer = watchdog(() => give(new AppError('network/timeout', undefined)));
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    timer.set(loaded >= total ? ANSWER_MS : STALL_MS);
    onProgress(Math.min(loaded, file.size));
  });
  request.addEventListener('load', () =>
    resolve({ status: request.status, body: request.responseText }),
  );
  request.addEventListener('error', () => reject(new AppError('network/unreachable', undefined)));
  const cancel = () => give(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  request.open('POST', url);
  request.send(form);
  timer.set(STALL_MS);
  return promise.finally(() => {
    timer.set(null);
    signal.removeEventListener('abort', cancel);
  });
}

function watchdog(onStill: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    set(ms: number | null) {
      clearTimeout(timer);
      timer = ms === null ? undefined : setTimeout(onStill, ms);
    },
  };
}
