import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '../lib/errors';
import { reduce, stageOf } from '../lib/outbox/job';
import type { Runner } from '../lib/outbox/run';
import { changeJob, readJob } from '../lib/outbox/store';
import type { Job } from '../lib/outbox/types';
import { eventsOfFailure, eventsOfReply } from '../lib/outbox/upload-outcome';
import type { Uploader } from '../lib/outbox/uploader';
import { createClient, type PinterestClient } from '../lib/pinterest/client';
import type { LocalPinterest } from './pinterest/server';
import { allScopes, postFile } from './pinterest/testing';

/** A client of the local Pinterest that is signed in and waits for nothing. */
export function signedInClient(pinterest: LocalPinterest): PinterestClient {
  const token = pinterest.signIn(allScopes).access.value;
  return createClient({
    apiUrl: `http://127.0.0.1:${pinterest.port}/v5`,
    accessToken: async () => token,
    renewToken: async () => token,
    fetch,
    isOnline: () => true,
    lanes: {
      pausedUntil: async () => 0,
      pause: async () => undefined,
      note: async () => undefined,
    },
  });
}

/** Uploads as a document would, by a form over real HTTP; `dies` says whose document is gone before its word is written. */
export function uploaderOf(file: Buffer, dies: (count: number) => boolean = () => false) {
  const running = new Set<string>();
  let begun = 0;
  const run = async (id: string) => {
    begun += 1;
    const isLost = dies(begun);
    const job = (await readJob(id))!;
    const { uploadUrl, fields } = stageOf(job, 'registered');
    const events = await postFile(uploadUrl, fields, file).then(
      ({ status, text: body }) => eventsOfReply({ status, body }, job, Date.now()),
      () => eventsOfFailure(new AppError('network/unreachable', undefined), job, Date.now()),
    );
    if (!isLost) await changeJob(id, (row) => events.reduce(reduce, row));
    running.delete(id);
  };
  return {
    begun: () => begun,
    start: async (id: string) => {
      running.add(id);
      void run(id);
    },
    running: async () => new Set(running),
  };
}

/** Reconciles as often as the clock would, without its waits, until a pin is made or held. */
export async function follow(id: string, runner: Runner, uploader: Uploader): Promise<Job> {
  for (let round = 0; round < 40; round += 1) {
    await runner.reconcile();
    const job = (await readJob(id))!;
    if (job.stage.name === 'created' || job.pause?.kind === 'held') return job;
    await sleep(30);
    const isStill = (await uploader.running()).size === 0;
    if (isStill) {
      await changeJob(id, (row) => ({
        ...row,
        pause: null,
        stage: row.stage.name === 'uploaded' ? { ...row.stage, askAt: 0 } : row.stage,
      }));
    }
  }
  return (await readJob(id))!;
}
