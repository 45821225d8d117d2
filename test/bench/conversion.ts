import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page, Worker } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, launchBrowser } from '../e2e/harness/browser.ts';
import type { Figure } from './capture.ts';

/** Sides of the pictures, in pixels: one, four and sixteen megapixels. */
const SIDES = [1000, 2000, 4000];
const RUNS = 5;

interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
}

/** How long WebP pictures of one to sixteen megapixels take to be made JPEGs and kept, by Tack's own offscreen document. */
export async function benchConversion(): Promise<Figure[]> {
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-conversion-'));
  const extensionDir = path.join(root, '.output/chrome-mv3');
  const { context, close } = await launchBrowser({ extensionDir, profileDir });
  try {
    const converts = await context.newPage();
    await converts.goto(`chrome-extension://${EXTENSION_ID}/offscreen.html`);
    const keeps = await context.newPage();
    await keeps.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
    const asks = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const figures: Figure[] = [];
    for (const side of SIDES) {
      const megapixels = (side * side) / 1_000_000;
      await keepPicture(keeps, side);
      const all: number[] = [];
      for (let run = 0; run < RUNS; run += 1) all.push(await convert(asks));
      const ms = all.toSorted((one, other) => one - other)[RUNS >> 1] ?? 0;
      const named = `, ${megapixels} MP`;
      figures.push({ name: `image conversion${named}`, value: Math.round(ms), unit: 'ms' });
      const each = Math.round(ms / megapixels);
      figures.push({ name: `image conversion per megapixel${named}`, value: each, unit: 'ms' });
    }
    return figures;
  } finally {
    await close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where a draft's own picture is kept (lib/storage/bytes.ts): as much detail as a photograph has. */
const keepPicture = (page: Page, side: number) =>
  page.evaluate(async (pixels) => {
    const canvas = new OffscreenCanvas(pixels, pixels);
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error('no canvas');
    for (let index = 0; index < 4000; index += 1) {
      drawing.fillStyle = `hsl(${(index * 47) % 360} 60% ${20 + ((index * 13) % 60)}%)`;
      const [x, y] = [(index * 7919) % pixels, (index * 104_729) % pixels];
      drawing.fillRect(x, y, pixels / 20, pixels / 30);
    }
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
    const top = await navigator.storage.getDirectory();
    const outbox = await top.getDirectoryHandle('outbox', { create: true });
    const folder = await outbox.getDirectoryHandle('bench', { create: true });
    const file = await folder.getFileHandle('original', { create: true });
    const writable = await file.createWritable();
    await writable.write(blob);
    await writable.close();
  }, side);

/** From the worker's question, which no other may ask, to the kept JPEG, ms. */
const convert = (worker: Worker) =>
  worker.evaluate(async () => {
    const { runtime } = (globalThis as never as Extension).chrome;
    const begun = performance.now();
    const ask = { to: 'offscreen', type: 'media/convert', task: { id: 'bench', key: '' } };
    const answer = await runtime.sendMessage(ask);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return performance.now() - begun;
  });
