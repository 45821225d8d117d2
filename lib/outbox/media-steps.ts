import { target } from '../auth/environment';
import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Media } from '../pinterest/types-media';
import { isById } from './by-id';
import { mediaOf, reduce, stageOf } from './job';
import type { JobEvent } from './job-events';
import {
  FIRST_ASK_MS,
  GIVE_UP_IMAGE_MS,
  GIVE_UP_PROCESSING_MS,
  nextAskMs,
  NOT_ARRIVED_MS,
} from './schedule';
import { changeJob } from './store';
import type { Job } from './types';
import { formOf, isFormGood } from './upload-form';
import type { Uploader } from './uploader';

/** What the steps of an upload need of the world. */
export interface MediaDeps {
  /** Gives a client that acts for the account of a job. @throws AppError `auth/signed-out`, `outbox/wrong-account` */
  clientFor(accountId: string): Promise<PinterestClient>;
  uploader: Uploader;
  /** Pinterest's clock, ms of UTC. */
  serverNow(): Promise<number>;
}

const apply = (id: string, event: JobEvent) => changeJob(id, (job) => reduce(job, event));

/** Asks Pinterest for a form for a job's bytes. @throws AppError as the client does, `media/upload-host` */
export async function register(deps: MediaDeps, job: Job): Promise<void> {
  const client = await deps.clientFor(job.accountId);
  const media_type = job.media.kind === 'video' ? 'video' : 'image';
  const reply = await client.call('media/create', { media_type });
  await apply(job.id, { type: 'registered', form: formOf(reply, target.uploadHosts, Date.now()) });
}

/**
 * Begins the upload of bytes that no living document uploads. Where bytes may have left already, Pinterest is asked
 * first whether they arrived.
 *
 * @throws AppError as the client does, `media/processing-failed`
 */
export async function upload(deps: MediaDeps, job: Job): Promise<void> {
  const stage = stageOf(job, 'registered');
  if (stage.startedAt !== null) {
    const status = await statusOf(deps, job);
    if (status === 'processing' || status === 'succeeded') {
      const now = Date.now();
      await apply(job.id, { type: 'uploaded', at: now, askAt: now });
      return;
    }
    if (status === 'failed') await failProcessing(job);
    if (status === 'gone') {
      await apply(job.id, anewAfterLoss(job));
      return;
    }
  }
  const size = 'size' in job.media ? job.media.size : 0;
  if (!isFormGood(stage, size, { now: Date.now(), serverNow: await deps.serverNow() })) {
    await apply(job.id, { type: 'unregistered' });
    return;
  }
  await apply(job.id, { type: 'uploading', at: Date.now() });
  await deps.uploader.start(job.id);
}

/** Asks how far Pinterest is with what was uploaded. @throws AppError as the client does, `media/processing-*` */
export async function awaitProcessing(deps: MediaDeps, job: Job): Promise<void> {
  const { since } = stageOf(job, 'uploaded');
  const status = await statusOf(deps, job);
  const waited = Date.now() - since;
  if (status === 'succeeded') {
    await apply(job.id, { type: 'processed' });
  } else if (status === 'failed') {
    await failProcessing(job);
  } else if (status === 'gone' || (status === 'registered' && waited > NOT_ARRIVED_MS)) {
    await apply(job.id, anewAfterLoss(job)); // the upload host took it, and Pinterest never saw it
  } else if (waited > (isById(job) ? GIVE_UP_IMAGE_MS : GIVE_UP_PROCESSING_MS)) {
    throw new AppError('media/processing-late', undefined);
  } else {
    const wait = status === 'registered' ? FIRST_ASK_MS : nextAskMs(waited);
    await apply(job.id, { type: 'processing', askAt: Date.now() + wait });
  }
}

/** A video is registered anew. An image has another way, which needs no registration. */
const anewAfterLoss = (job: Job): JobEvent =>
  isById(job) ? { type: 'inline', isRefused: true } : { type: 'unregistered' };

async function failProcessing(job: Job): Promise<never> {
  await apply(job.id, { type: 'unregistered' });
  throw new AppError('media/processing-failed', undefined);
}

/** A registration that Pinterest no longer knows is gone. */
async function statusOf(deps: MediaDeps, job: Job): Promise<Media['status'] | 'gone'> {
  const client = await deps.clientFor(job.accountId);
  const { mediaId: media_id } = mediaOf(job);
  try {
    return (await client.call('media/get', { media_id })).status;
  } catch (error) {
    if (error instanceof AppError && error.code === 'api/not-found') return 'gone';
    throw error;
  }
}
