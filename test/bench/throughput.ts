import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { Person } from '../e2e/harness/person.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { caller } from '../pinterest/testing.ts';
import type { Figure } from './capture.ts';
import { withLargeVideo } from './large-video.ts';

const MEGABYTE = 1_000_000;
const PATIENCE_MS = 300_000;

/**
 * How fast Tack uploads a video, held against `curl -F` with the same file to the same host. With a line of a speed the
 * line is the bound; with none it is the processor, and a bare page of the same browser that sends as many bytes is the
 * floor: what that lacks of curl is the browser's own. Each is timed where it arrives, from the request's head to the last
 * byte. Curl goes before and after, and the faster of the two counts.
 *
 * @param megabytesPerSecond of the line; null for none
 */
export function benchThroughput(
  megabytes = 500,
  megabytesPerSecond: number | null = null,
): Promise<Figure[]> {
  return withLargeVideo(megabytes, async ({ person, popup, pinterest, file }) => {
    pinterest.setUploadSpeed(megabytesPerSecond === null ? null : megabytesPerSecond * MEGABYTE);
    const byCurl = () => timed(pinterest, () => curl(pinterest, file));
    const before = await byCurl();
    const tack = await timed(pinterest, () => person.pinTo(popup, 'kit'));
    const page = await timed(pinterest, () => sendFromPage(person, pinterest, megabytes));
    const best = Math.min(before, await byCurl());
    const speed = (ms: number) => ({
      value: tenth(megabytes / (ms / 1000)),
      unit: 'MB/s' as const,
    });
    const part = (ms: number) => ({ value: tenth((ms / tack) * 100), unit: '%' as const });
    const line = megabytesPerSecond === null ? '' : `, line of ${megabytesPerSecond} MB/s`;
    const size = `${line}, ${megabytes} MB`;
    return [
      { name: `upload throughput${size}`, ...speed(tack) },
      { name: `upload throughput by curl${size}`, ...speed(best) },
      { name: `upload throughput by a bare page${size}`, ...speed(page) },
      { name: `upload throughput, of curl${size}`, ...part(best) },
      { name: `upload throughput, of a bare page${size}`, ...part(page) },
    ];
  });
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Sends a form with as many bytes, in a file like Tack's, from a page that has nothing to do with Tack. */
async function sendFromPage(
  person: Person,
  pinterest: LocalPinterest,
  megabytes: number,
): Promise<void> {
  const page = await person.context.newPage();
  await page.goto(pinterest.pages.recipe);
  const { url, fields } = await openForm(pinterest);
  const ask = { url, fields, megabytes };
  await page.evaluate(async (form) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('large', { create: true });
    const writing = await handle.createWritable();
    for (let count = 0; count < form.megabytes; count += 1)
      await writing.write(crypto.getRandomValues(new Uint8Array(50_000)).toHex().repeat(10));
    await writing.close();
    const body = new FormData();
    for (const [name, value] of form.fields) body.append(name, value);
    body.append('file', await handle.getFile());
    // The page may not read the answer; that it was sent is all that counts.
    const { promise, resolve } = Promise.withResolvers<void>();
    const request = new XMLHttpRequest();
    request.addEventListener('loadend', () => resolve());
    request.open('POST', form.url);
    request.send(body);
    await promise;
  }, ask);
  await page.close();
}

/** How long the next upload takes, ms, by the clock of the host: ten megabytes are there between two looks. */
async function timed({ ledger }: LocalPinterest, begin: () => Promise<unknown>): Promise<number> {
  const arrived = () => ledger.media().filter(({ received }) => received);
  const there = new Set(arrived().map(({ id }) => id));
  const newest = () => arrived().find(({ id }) => !there.has(id))?.received?.tookMs;
  const begun = begin();
  const took = await waitFor(newest, { for: 'an upload to end', timeoutMs: PATIENCE_MS });
  await begun;
  return took;
}

async function openForm(pinterest: LocalPinterest) {
  const { body } = await caller(pinterest)('POST', '/media', { media_type: 'video' });
  const { upload_url: url, upload_parameters: form } = body as {
    upload_url: string;
    upload_parameters: Record<string, string>;
  };
  return { url, fields: Object.entries(form) };
}

async function curl(pinterest: LocalPinterest, file: string): Promise<void> {
  const { url, fields } = await openForm(pinterest);
  const form = fields.flatMap(([name, value]) => ['--form-string', `${name}=${value}`]);
  await promisify(execFile)('curl', ['-sSf', ...form, '-F', `file=@${file}`, url]);
}
