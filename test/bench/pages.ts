import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, type ExtensionBrowser, launchBrowser } from '../e2e/harness/browser.ts';
import { isWorkerRunning, stopWorker } from '../e2e/harness/worker.ts';
import { fetchBytes } from '../pinterest/fetching.ts';
import { startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';
import { writeEmpty } from './empty.ts';

const PAGES = 20;
const RUNS = 3;
/** Real pages, where the machine has them; else the local Pinterest's own are loaded, and the figures' names say so. */
const corpus = path.join(root, '../shared/corpus/dev');

interface Extension {
  chrome: { management: { uninstallSelf(): Promise<void> } };
}

/**
 * What Tack costs a page where it was not asked for: saved pages are loaded in a browser that has it and in one that has an
 * extension that does nothing, in turns. Counted as well: scripts of Tack in those pages.
 */
export async function benchPages(): Promise<Figure[]> {
  const real = await savedPages();
  const isReal = real.length > 0;
  const saved = isReal ? real : await samplePages();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-pages-'));
  const server = await serve(saved);
  const { port } = server.address() as AddressInfo;
  const dirs = { tack: path.join(root, '.output/chrome-mv3'), none: await writeEmpty(folder) };
  const start = (extensionDir: string, name: string) =>
    launchBrowser({ extensionDir, profileDir: path.join(folder, name) });
  const withTack = await start(dirs.tack, 'with');
  const without = await start(`${dirs.tack},${dirs.none}`, 'without');
  try {
    await turnOff(without);
    const [own, others]: [number[], number[]] = [[], []];
    let scripts = 0;
    for (const index of saved.keys()) {
      const url = `http://127.0.0.1:${port}/${index}`;
      const tack: number[] = [];
      const none: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const load = await loadMs(withTack, url);
        tack.push(load.ms);
        scripts += load.scripts;
        none.push((await loadMs(without, url)).ms);
      }
      own.push(median(tack));
      others.push(median(none));
    }
    const named = `, ${saved.length} ${isReal ? '' : 'sample '}pages`;
    const starts = await workerStarts(withTack, saved.length, port);
    const difference = median(own.map((ms, index) => ms - (others[index] ?? ms)));
    return [
      { name: `page load${named}`, value: median(own), unit: 'ms' },
      { name: `page load without Tack${named}`, value: median(others), unit: 'ms' },
      { name: `page load cost${named}`, value: difference, unit: 'ms' },
      { name: `scripts of Tack in a page${named}`, value: scripts, unit: 'count' },
      { name: `worker wake-ups${named}`, value: starts, unit: 'count' },
    ];
  } finally {
    await withTack.close();
    await without.close();
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How often pages that somebody loads wake a worker that sleeps. */
async function workerStarts(browser: ExtensionBrowser, pages: number, port: number) {
  let starts = 0;
  const page = await browser.context.newPage();
  for (let index = 0; index < pages; index += 1) {
    await stopWorker(browser);
    await page.goto(`http://127.0.0.1:${port}/${index}`, { waitUntil: 'load' });
    await page.waitForTimeout(1000); // the browser tells of a page once it is there
    if (await isWorkerRunning(browser)) starts += 1;
  }
  await page.close();
  return starts;
}

/** The harness waits for Tack to start: it is there, and turned off before the first page. */
async function turnOff({ context }: ExtensionBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  const gone = page.waitForEvent('close');
  await page
    .evaluate(() => (globalThis as never as Extension).chrome.management.uninstallSelf())
    .catch(() => undefined); // the page goes with it
  await gone;
}

async function savedPages(): Promise<Buffer[]> {
  const names = await readdir(corpus).catch(() => []);
  const pages = names.toSorted((one, other) => (one < other ? -1 : 1)).slice(0, PAGES);
  return Promise.all(
    pages.map(async (name) => gunzipSync(await readFile(path.join(corpus, name, 'page.html.gz')))),
  );
}

/** Pages as the local Pinterest's sites have them: a recipe, a shop, photographs, a blog, an app of one page. */
async function samplePages(): Promise<Buffer[]> {
  const pinterest = await startPinterest({ port: 0 });
  const { recipe, shop, studio, essay, app } = pinterest.pages;
  try {
    return await Promise.all([recipe, shop, studio, essay, app].map((page) => fetchBytes(page)));
  } finally {
    await pinterest.close();
  }
}

/** Only the page itself is there: what it asks for besides is refused at once, in both browsers alike. */
async function serve(pages: readonly Buffer[]): Promise<Server> {
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1) ?? NaN)];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "default-src 'unsafe-inline' 'self'");
    response.writeHead(page ? 200 : 404).end(page ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

/** From the navigation to the end of the load event, ms; and how many scripts of Tack were put into the page. */
async function loadMs({ context }: ExtensionBrowser, url: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let scripts = 0;
  session.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.origin.includes(EXTENSION_ID)) scripts += 1;
  });
  await session.send('Runtime.enable');
  await page.goto(url, { waitUntil: 'load' });
  const ms = await page.evaluate(() => {
    const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return timing?.loadEventEnd || performance.now();
  });
  await page.close();
  return { ms, scripts };
}

const median = (values: readonly number[]): number =>
  Math.round((values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0) * 10) / 10;
