import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { capture as captureWithExtension } from '../capture/adapter.mjs';
import { type ExtensionBrowser, launchBrowser } from '../e2e/harness/browser.ts';

/** One figure of the bench. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | '%' | '×' | 'exponent' | 'count' | 'MB/s' | 'MB' | 'kB';
  /** What 95 of 100 stay below, where `value` is the median. */
  p95?: number;
}

const IMAGES = [50, 500, 5_000];
/** Elements to an image: as many as a feed has around one. */
const NODES_EACH = 10;
const RUNS = 7;

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page of a feed: a card for each image, with the wrappers that pages have around one. */
function feed(images: number): string {
  const wrappers = NODES_EACH - 4;
  const open = '<div class="w">'.repeat(wrappers);
  const close = '</div>'.repeat(wrappers);
  const cards = Array.from(
    { length: images },
    (_, index) =>
      `<article style="width:300px">${open}<a href="/p/${index}"><img loading="lazy" width="300" height="200"
        src="/i/${index}-300x200.png" srcset="/i/${index}-600x400.png 600w, /i/${index}.png 1200w"
        alt="Picture ${index}"></a><p>Words</p>${close}</article>`,
  );
  return `<!doctype html><title>Feed</title><meta property="og:image" content="/i/0.png">${cards.join('')}`;
}

/**
 * How long pages of 50 to 5,000 images take to be read, and how long they are held up at a time; in the same page, how long
 * it takes to list `document.images` with what each shows and where it stands, which is the least that any reader does.
 */
export async function benchCapture(): Promise<Figure[]> {
  const server = createServer((request, response) => {
    const images = Number(/^\/feed\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 0);
    response.setHeader('content-type', images > 0 ? 'text/html' : 'image/png');
    response.end(images > 0 ? feed(images) : pixel);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-bench-'));
  const extensionDir = path.join(root, '.output/chrome-mv3');
  const browser = await launchBrowser({ extensionDir, profileDir });
  try {
    const { port } = server.address() as AddressInfo;
    const figures: Figure[] = [];
    for (const images of IMAGES)
      figures.push(...(await readings(browser, `http://127.0.0.1:${port}/feed/${images}`, images)));
    const { size } = await stat(path.join(extensionDir, 'capture.js'));
    return [...figures, { name: 'capture bytes injected', value: round(size / 1000), unit: 'kB' }];
  } finally {
    await browser.close();
    server.close();
    await rm(profileDir, { recursive: true, force: true });
  }
}

async function readings(
  { context }: ExtensionBrowser,
  url: string,
  images: number,
): Promise<Figure[]> {
  const [worker] = context.serviceWorkers();
  const page = await context.newPage();
  const [reads, tasks, lists]: [number[], number[], number[]] = [[], [], []];
  let found = 0;
  for (let index = 0; index < RUNS; index += 1) {
    await page.goto(url);
    await page.waitForTimeout(1000);
    lists.push(await page.evaluate(listImages));
    const longest = watchTasks(page);
    const { ms, images: read, error } = await captureWithExtension({ page, context, worker });
    if (error) throw new Error(`The page was not read: ${error}`);
    reads.push(ms);
    found = read.length;
    tasks.push(await longest());
  }
  await page.close();
  const named = `, ${images} images`;
  return [
    { name: `capture${named}`, value: median(reads), p95: p95(reads), unit: 'ms' },
    { name: `capture longest task${named}`, value: median(tasks), p95: p95(tasks), unit: 'ms' },
    { name: `listing document.images${named}`, value: median(lists), unit: 'ms' },
    {
      name: `capture over listing${named}`,
      value: round(median(reads) / median(lists)),
      unit: '×',
    },
    { name: `capture finds${named}`, value: found, unit: 'count' },
  ];
}

/** Runs in the page. Gives ms. */
function listImages(): number {
  const begun = performance.now();
  const all = Array.from(document.images, (image) => {
    const { width, height } = image.getBoundingClientRect();
    return { url: image.currentSrc, natural: image.naturalWidth, width, height };
  });
  return all.length > 0 ? performance.now() - begun : 0;
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

const round = (value: number): number => Math.round(value * 10) / 10;

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);

const median = (values: readonly number[]): number =>
  round(sorted(values)[values.length >> 1] ?? 0);

const p95 = (values: readonly number[]): number =>
  round(sorted(values)[Math.floor((values.length - 1) * 0.95)] ?? 0);
