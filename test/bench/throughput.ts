import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { bringFile } from '../e2e/harness/bring.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { startPinterest, type LocalPinterest } from '../pinterest/server.ts';
import { caller } from '../pinterest/testing.ts';
import { makeVideo } from '../pinterest/videos.ts';
import type { Figure } from './capture.ts';

const MEGABYTE = 1_000_000;
const PATIENCE_MS = 300_000;

/**
 * How fast Tack uploads a video, held against `curl -F` with the same file to the same host: curl goes before it and after
 * it, and the faster of the two counts. Each is timed where it arrives, from the request's head to the last byte.
 */
export async function benchThroughput(megabytes = 500): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-throughput-'));
  const pinterest = await startPinterest({ port: 0 });
  const display = await startDisplay();
  try {
    const { port, app } = pinterest;
    const extensionDir = await buildFor({ port, app, outDir: '.output/bench-video' });
    const profileDir = path.join(folder, 'profile');
    const person = await Person.arrive({ extensionDir, profileDir, display });
    const file = path.join(folder, 'large.mp4');
    await makeVideo({ file, padding: megabytes * MEGABYTE });
    const popup = await person.connect(await person.visit(pinterest.pages.recipe));
    await bringFile(popup, file);
    await popup.getByRole('button', { name: 'Use this picture' }).click({ timeout: PATIENCE_MS });
    await popup.getByRole('slider').waitFor({ timeout: PATIENCE_MS });
    const before = await timed(pinterest, () => curl(pinterest, file));
    const tack = await timed(pinterest, () => person.pinTo(popup, 'kit'));
    const after = await timed(pinterest, () => curl(pinterest, file));
    await person.leave();
    const best = Math.min(before, after);
    const speed = (ms: number) => Math.round((megabytes / (ms / 1000)) * 10) / 10;
    return [
      { name: `upload of ${megabytes} MB by Tack`, value: speed(tack), unit: 'MB/s' },
      { name: `upload of ${megabytes} MB by curl`, value: speed(best), unit: 'MB/s' },
      { name: 'upload by Tack, of curl', value: Math.round((best / tack) * 1000) / 10, unit: '%' },
    ];
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How long the next upload takes, ms. */
async function timed({ ledger }: LocalPinterest, begin: () => Promise<unknown>): Promise<number> {
  const sent = ledger.requests('s3');
  const arrived = () => ledger.media().filter(({ received }) => received).length;
  const there = arrived();
  const begun = begin();
  await waitFor(() => ledger.requests('s3') > sent || undefined, {
    for: 'an upload to begin',
    timeoutMs: PATIENCE_MS,
  });
  const from = performance.now();
  await waitFor(() => arrived() > there || undefined, {
    for: 'an upload to end',
    timeoutMs: PATIENCE_MS,
  });
  const took = performance.now() - from;
  await begun;
  return took;
}

async function curl(pinterest: LocalPinterest, file: string): Promise<void> {
  const { body } = await caller(pinterest)('POST', '/media', { media_type: 'video' });
  const { upload_url: url, upload_parameters: form } = body as {
    upload_url: string;
    upload_parameters: Record<string, string>;
  };
  const fields = Object.entries(form).flatMap(([name, value]) => [
    '--form-string',
    `${name}=${value}`,
  ]);
  await promisify(execFile)('curl', ['-sSf', ...fields, '-F', `file=@${file}`, url]);
}
