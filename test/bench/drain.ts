import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';
import sharp from 'sharp';

import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { standardQuotas } from '../pinterest/limits.ts';
import { startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';
import { golden, putRows, readCurrentAccountId } from './rows.ts';

const PINS = 500;
const PICTURE_BYTES = 2_000_000;
const WINDOW_MS = 60_000;
/** Bytes of a JPEG comment, its length included; two bytes say how long it is. */
const COMMENT = 65_535;

/**
 * How fast queued pins go out on an app with Standard access. The share is of what the limit lets through in the time from
 * the first window's begin to the last one's: the last is not waited for.
 */
export async function benchDrain(pins = PINS): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-drain-'));
  const pinterest = await startPinterest({ port: 0 });
  const display = await startDisplay();
  try {
    const { port, app, ledger } = pinterest;
    const extensionDir = await buildFor({ port, app, outDir: '.output/bench-drain' });
    const person = await Person.arrive({
      extensionDir,
      profileDir: path.join(folder, 'profile'),
      display,
    });
    await person.connect(await person.visit(pinterest.pages.recipe));
    const page = await person.openExtensionPage('options.html');
    await queuePins(page, pins, ledger.boards('linda_kitchen')[0]?.id ?? '');
    const sent = () => ledger.pins({ seeded: false });
    const begun = Date.now();
    await page.evaluate(wake);
    // The ledger's pins are hashed each time they are asked for: until the last, requests are counted.
    const isDone = () => ledger.requests('pins/create') >= pins && sent().length >= pins;
    await waitFor(() => isDone() || undefined, {
      for: 'all pins',
      timeoutMs: (pins / standardQuotas.org_write + 3) * 2 * WINDOW_MS,
    });
    const seconds = (Date.now() - begun) / 1000;
    await person.leave();
    const times = sent()
      .map(({ createdAt }) => Date.parse(createdAt.endsWith('Z') ? createdAt : `${createdAt}Z`))
      .toSorted((one, other) => one - other);
    const named = `drain of ${pins} pins of ${PICTURE_BYTES / 1e6} MB`;
    return [
      { name: named, value: Math.round(seconds), unit: 's' },
      { name: `${named}, share of the limit`, value: shareOf(times), unit: '%' },
      { name: `${named}, answers 429`, value: ledger.refused(), unit: 'count' },
      { name: `${named}, pins made`, value: sent().length, unit: 'count' },
    ];
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whole windows only: from the first pin to that which begins the last hundred. */
function shareOf(times: readonly number[]): number {
  const quota = standardQuotas.org_write;
  const whole = Math.floor((times.length - 1) / quota);
  const spanMs = (times[whole * quota] ?? 0) - (times[0] ?? 0);
  return Math.round((whole * WINDOW_MS * 1000) / spanMs) / 10;
}

async function queuePins(page: Page, count: number, boardId: string): Promise<void> {
  const picture = await makePicture();
  const { content, ...job } = (await golden('tack-jobs-1')) as { content: object };
  const accountId = await readCurrentAccountId(page);
  const now = Date.now();
  const rows = Array.from({ length: count }, (_, index) => ({
    ...job,
    id: `drain-${index}`,
    accountId,
    content: { ...content, title: `Drained ${index}`, boardId },
    media: {
      kind: 'bytes',
      type: 'image/jpeg',
      size: picture.length,
      sha256: createHash('sha256').update(picture).digest('hex'),
      width: 400,
      height: 600,
    },
    stage: { name: 'queued' },
    pause: null,
    attempts: 0,
    queuedAt: now + index,
    updatedAt: now + index,
  }));
  await page.evaluate(writePictures, {
    ids: rows.map(({ id }) => id),
    base64: picture.toString('base64'),
  });
  await putRows(page, 'tack-jobs', Object.fromEntries(rows.map((row) => [row.id, row])));
}

/** Runs in the page. */
async function writePictures({ ids, base64 }: { ids: string[]; base64: string }): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const root = await navigator.storage.getDirectory();
  const outbox = await root.getDirectoryHandle('outbox', { create: true });
  for (const id of ids) {
    const folder = await outbox.getDirectoryHandle(id, { create: true });
    const file = await folder.getFileHandle('original', { create: true });
    const writable = await file.createWritable();
    await writable.write(bytes);
    await writable.close();
  }
}

/** Runs in the page. */
async function wake(): Promise<void> {
  const { runtime } = (
    globalThis as never as { chrome: { runtime: { sendMessage(message: object): Promise<void> } } }
  ).chrome;
  await runtime.sendMessage({ type: 'outbox/wake', ask: { anew: true } });
}

/** A JPEG of a size in bytes with few pixels: what is measured is Tack, and not how fast pixels are decoded. */
async function makePicture(): Promise<Buffer> {
  const background = '#1b6b51';
  const small = await sharp({ create: { width: 400, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const parts: Buffer[] = [small.subarray(0, 2)]; // its start, before all else
  for (let left = PICTURE_BYTES - small.length; left > 4; left -= COMMENT + 2) {
    const length = Math.min(COMMENT, left - 2);
    const comment = Buffer.alloc(length + 2);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(length, 2);
    parts.push(comment);
  }
  return Buffer.concat([...parts, small.subarray(2)]);
}
