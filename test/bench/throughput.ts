import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { caller } from '../pinterest/testing.ts';
import type { Figure } from './capture.ts';
import { withLargeVideo } from './large-video.ts';

const PATIENCE_MS = 300_000;

/**
 * How fast Tack uploads a video, held against `curl -F` with the same file to the same host: curl goes before it and after
 * it, and the faster of the two counts. Each is timed where it arrives, from the request's head to the last byte.
 */
export function benchThroughput(megabytes = 500): Promise<Figure[]> {
  return withLargeVideo(megabytes, async ({ person, popup, pinterest, file }) => {
    const before = await timed(pinterest, () => curl(pinterest, file));
    const tack = await timed(pinterest, () => person.pinTo(popup, 'kit'));
    const after = await timed(pinterest, () => curl(pinterest, file));
    const best = Math.min(before, after);
    const speed = (ms: number) => Math.round((megabytes / (ms / 1000)) * 10) / 10;
    return [
      { name: `upload of ${megabytes} MB by Tack`, value: speed(tack), unit: 'MB/s' },
      { name: `upload of ${megabytes} MB by curl`, value: speed(best), unit: 'MB/s' },
      { name: 'upload by Tack, of curl', value: Math.round((best / tack) * 1000) / 10, unit: '%' },
    ];
  });
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
