import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { capture as captureWithExtension } from '../capture/adapter.mjs';
import { launchBrowser } from '../e2e/harness/browser.ts';

/** One figure of the bench. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | '%' | 'count' | 'MB/s' | 'MB';
  /** What 95 of 100 stay below, where `value` is the median. */
  p95?: number;
}

const IMAGES = 5_000;
const NODES = 50_000;
const RUNS = 5;

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page as long as a year of a feed: a card for each image, with the wrappers that pages have around one. */
function hugePage(): string {
  const wrappers = Math.floor(NODES / IMAGES) - 4;
  const open = '<div class="w">'.repeat(wrappers);
  const close = '</div>'.repeat(wrappers);
  const cards = Array.from(
    { length: IMAGES },
    (_, index) =>
      `<article style="width:300px">${open}<a href="/p/${index}"><img loading="lazy" width="300" height="200"
        src="/i/${index}-300x200.png" srcset="/i/${index}-600x400.png 600w, /i/${index}.png 1200w"
        alt="Picture ${index}"></a><p>Words</p>${close}</article>`,
  );
  return `<!doctype html><title>Huge</title><meta property="og:image" content="/i/0.png">${cards.join('')}`;
}

/** How long a page of 5,000 images and 50,000 nodes takes to read, and how long it is held up at a time. */
export async function benchCapture(): Promise<Figure[]> {
  const html = hugePage();
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'image/png');
    response.end(isPage ? html : pixel);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-bench-'));
  const extensionDir = path.join(root, '.output/chrome-mv3');
  const browser = await launchBrowser({ extensionDir, profileDir });
  try {
    const { port } = server.address() as AddressInfo;
    const [worker] = browser.context.serviceWorkers();
    const page = await browser.context.newPage();
    const reads: number[] = [];
    const tasks: number[] = [];
    let found = 0;
    for (let index = 0; index < RUNS; index += 1) {
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForTimeout(1000);
      const longest = watchTasks(page);
      const { ms, images } = await captureWithExtension({
        page,
        context: browser.context,
        worker,
      });
      reads.push(ms);
      found = images.length;
      tasks.push(await longest());
    }
    return [
      { name: 'capture-huge-page', value: median(reads), unit: 'ms' },
      { name: 'capture-huge-page-longest-task', value: median(tasks), unit: 'ms' },
      { name: 'capture-huge-page-images', value: found, unit: 'count' },
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(profileDir, { recursive: true, force: true });
  }
}

/** Begins to watch a page's tasks; gives how long the longest was, by the time between two turns of its own. */
function watchTasks(page: Page): () => Promise<number> {
  const begun = page.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    (globalThis as { tasks?: typeof state }).tasks = state;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
  });
  return async () => {
    await begun;
    return page.evaluate(() => (globalThis as { tasks?: { longest: number } }).tasks?.longest ?? 0);
  };
}

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0);
