import { target } from '../auth/environment';
import { AppError } from '../errors';
import { sha256Stream } from '../media/sha256-stream';
import { readOriginal } from '../storage/bytes';
import { watchChanges } from '../storage/changes';
import { reduce, stageOf } from './job';
import type { JobEvent } from './job-events';
import { readPrepared } from './prepare';
import { sendForm } from './send-form';
import { changeJob, readJob } from './store';
import type { Job } from './types';
import { requireKnownHost } from './upload-form';
import { leaseOf } from './upload-lease';
import { eventsOfFailure, eventsOfReply } from './upload-outcome';
import { progressTeller } from './upload-progress';

/**
 * Begins to upload a job's bytes, and answers once it holds the lease: a lock that is free again the moment that this
 * document is gone. What comes of it is written into the job's row; only then is `onEnd` called.
 *
 * Runs in a document that outlives a worker's sleep. A second call for a job whose upload goes on does nothing.
 */
export function beginUpload(jobId: string, onEnd: () => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const work = navigator.locks.request(leaseOf(jobId), { ifAvailable: true }, async (lease) => {
    resolve();
    if (lease) await upload(jobId);
  });
  // What could not be written down is written by the next look at it; whoever waits for the end is told either way.
  void work.catch(reject).finally(onEnd);
  return promise;
}

async function upload(jobId: string): Promise<void> {
  const job = await readJob(jobId);
  if (job?.stage.name !== 'registered' || job.undo) return;
  const stop = new AbortController();
  stopWhenGone(jobId, stop);
  try {
    const events = await send(job, stop.signal).catch((error: unknown) => {
      if (stop.signal.aborted) return []; // the person took it back
      return eventsOfFailure(error, job, Date.now());
    });
    await note(jobId, events);
  } finally {
    stop.abort();
  }
}

async function send(job: Job, signal: AbortSignal): Promise<JobEvent[]> {
  const { uploadUrl: url, fields } = stageOf(job, 'registered');
  const { media } = job;
  if (media.kind !== 'video' && media.kind !== 'bytes')
    throw new AppError('draft/no-image', undefined);
  requireKnownHost(url, target.uploadHosts);
  const progress = progressTeller(job.id, media.size);
  try {
    const file =
      media.kind === 'video' ? await readVideo(job.id) : await readPrepared(job.id, media);
    const onProgress = (done: number) => progress.tell('checking', done);
    const hash = await sha256Stream(file, { onProgress, signal });
    if (hash !== media.sha256) throw new AppError('media/damaged', undefined);
    const onSent = (sent: number) => progress.tell('sending', sent);
    const reply = await sendForm({ url, fields, file, signal, onProgress: onSent });
    return eventsOfReply(reply, job, Date.now());
  } finally {
    progress.close();
  }
}

async function readVideo(jobId: string): Promise<Blob> {
  const file = await readOriginal(jobId);
  if (!file) throw new AppError('draft/no-image', undefined);
  return file;
}

async function note(jobId: string, events: readonly JobEvent[]): Promise<void> {
  if (events.length === 0) return;
  await changeJob(jobId, (job) => events.reduce(reduce, job)).catch((error: unknown) => {
    const isOver =
      error instanceof AppError && /^(?:outbox\/too-late|draft\/gone)$/.test(error.code);
    if (!isOver) throw error; // else the person took it back in this very moment
  });
}

/** Nobody waits for the upload of a pin that was taken back. */
function stopWhenGone(jobId: string, stop: AbortController): void {
  const look = async () => {
    const job = await readJob(jobId);
    if (job?.stage.name !== 'registered' || job.undo) stop.abort();
  };
  watchChanges(({ kind, id }) => {
    if (kind === 'job' && id === jobId) void look();
  }, stop.signal);
}
