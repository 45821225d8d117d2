import { target } from '../../lib/auth/environment';
import { sha256 } from '../../lib/media/hash';
import { addJob, readJob } from '../../lib/outbox/store';
import type { Job } from '../../lib/outbox/types';
import { formOf } from '../../lib/outbox/upload-form';
import { beginUpload } from '../../lib/outbox/upload-job';
import { writeBytes } from '../../lib/storage/bytes';
import job1 from '../golden/tack-jobs-1.json';

/** What is to be uploaded: the form as `POST /media` gives it, and how many bytes. */
export interface Ask {
  id: string;
  uploadUrl: string;
  /** In the order in which they are sent. */
  fields: [name: string, value: string][];
  bytes: number;
}

/** What the product wrote into the job's row. */
export interface Outcome {
  stage: string;
  pause: Job['pause'];
  sha256: string;
  expiresAt: number | null;
}

/** Runs in a page of a browser: the product's own way of a video's bytes, from the disk to the job's row. */
async function upload({ id, uploadUrl, fields, bytes }: Ask): Promise<Outcome> {
  const hosts = [new URL(uploadUrl).origin];
  target.uploadHosts = hosts;
  const film = new Blob([Uint8Array.from({ length: bytes }, (_, index) => index % 251)]);
  const upload_parameters = Object.fromEntries(fields);
  const form = formOf({ media_id: '7', upload_url: uploadUrl, upload_parameters }, hosts, 0);
  const hash = await sha256(film);
  await writeBytes(id, 'original', film);
  await addJob({
    ...(job1 as unknown as Job),
    id,
    media: { kind: 'video', type: 'video/mp4', size: bytes, sha256: hash, ...shown },
    stage: { name: 'registered', ...form, startedAt: 0 },
    pause: null,
  });
  await new Promise<void>((resolve, reject) => void beginUpload(id, resolve).catch(reject));
  const job = await readJob(id);
  if (!job) throw new Error('The row is gone.');
  return { stage: job.stage.name, pause: job.pause, sha256: hash, expiresAt: form.expiresAt };
}

const shown = { width: 270, height: 480, durationMs: 6000, cover: { ms: 0 } };

Object.assign(globalThis, { upload });
