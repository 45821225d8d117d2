import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, launchBrowser } from '../e2e/harness/browser.ts';
import { stopWorker } from '../e2e/harness/worker.ts';
import type { Figure } from './capture.ts';
import { type Enqueued, timeFloor, timePublishing } from './enqueue.ts';
import { golden, putRows } from './rows.ts';

const JOBS = 10_000;
const OPENINGS = 20;
/** The first of them loads the worker's part and reads what is open: it is a figure of its own. */
const PINS = 60;
/** How many of them find a worker that sleeps. */
const ASLEEP = 15;
const REST_MS = 500;

/** As much of the extension's own world as the bench uses of it. */
interface Extension {
  chrome: {
    runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
    storage: Record<'local' | 'session', { set(values: object): Promise<void> }>;
  };
}

/** What a view is told of a row that was written. */
interface Told {
  kind: string;
  id: string;
}

/** Rows as Tack writes them: most are out, some wait, some need the person. */
async function outboxRows(): Promise<Record<string, unknown>[]> {
  const job = await golden('tack-jobs-1');
  const because = { code: 'network/timeout' };
  const states = [
    { stage: { name: 'queued' }, pause: { kind: 'waiting', until: Date.now() + 9e8, because } },
    { stage: { name: 'queued' }, pause: { kind: 'held', because } },
  ];
  const out = (pinId: string) => ({
    stage: { name: 'verified', pinId, createdAt: '', twinIds: [] },
    pause: null,
  });
  const now = Date.now();
  return Array.from({ length: JOBS }, (_, index) => ({
    ...job,
    ...(index % 2 === 0 ? (states[(index / 2) % states.length] ?? {}) : out(`9007${index}`)),
    id: `bench-${index}`,
    content: { ...(job as { content: object }).content, title: `Pin ${index}` },
    queuedAt: now - index * 1000,
    updatedAt: now - index * 1000,
  }));
}

/** How the outbox does with ten thousand pins in it: to add one, to show it, and to go on with it. */
export async function benchOutbox(extensionDir = '.output/chrome-mv3'): Promise<Figure[]> {
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-bench-'));
  const browser = await launchBrowser({ extensionDir: path.join(root, extensionDir), profileDir });
  try {
    const page = await browser.context.newPage();
    const panel = `chrome-extension://${EXTENSION_ID}/sidepanel.html`;
    await page.goto(panel);
    await page.getByRole('tab', { name: /outbox/i }).click();
    await page.getByText('Nothing is on its way').waitFor();
    await putAccount(page);
    for (const rows of inParts(await outboxRows())) await putRows(page, 'tack-jobs', rows);
    await sayCopied(page);
    await page.goto(`chrome-extension://${EXTENSION_ID}/welcome.html`);
    const pins = { count: PINS, restMs: REST_MS };
    const [first, ...enqueued] = await timePublishing(page, { ...pins, name: 'alone' });
    const floor = await timeFloor(page, PINS);
    const asleep = await timePublishing(page, {
      ...pins,
      name: 'asleep',
      count: ASLEEP,
      before: () => stopWorker(browser),
    });
    const beside = await browser.context.newPage();
    await timeToPaint(beside, panel);
    const [, ...besideView] = await timePublishing(page, { ...pins, name: 'beside' });
    await beside.close();
    const painted: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) painted.push(await timeToPaint(page, panel));
    const opened = await timeOpenings(page, panel);
    const steps = await timeSteps(page);
    const named = `, ${JOBS} jobs`;
    return [
      { name: `outbox enqueue${named}`, value: p95(enqueued.map(durable)), unit: 'ms' },
      { name: `outbox enqueue${named}, median`, value: median(enqueued.map(durable)), unit: 'ms' },
      { name: `outbox enqueue answered${named}`, value: p95(enqueued.map(answered)), unit: 'ms' },
      {
        name: `outbox enqueue, the first${named}`,
        value: Math.round(first?.durable ?? 0),
        unit: 'ms',
      },
      {
        name: `outbox enqueue, worker asleep${named}`,
        value: p95(asleep.map(durable)),
        unit: 'ms',
      },
      { name: 'floor of an enqueue, median', value: median(floor), unit: 'ms' },
      {
        name: `outbox enqueue with the panel open${named}`,
        value: p95(besideView.map(durable)),
        unit: 'ms',
      },
      { name: `outbox view painted${named}`, value: p95(painted), unit: 'ms' },
      { name: `outbox view painted${named}, median`, value: median(painted), unit: 'ms' },
      { name: `outbox tab opened${named}`, value: p95(opened), unit: 'ms' },
      { name: `outbox tab opened${named}, median`, value: median(opened), unit: 'ms' },
      { name: `runner step${named}`, value: p95(steps), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true });
  }
}

/** Rows that came one by one, as they do, have their copies: else 5,000 would be written beside all that is timed. */
const sayCopied = (page: Page): Promise<void> =>
  page.evaluate((at) => {
    const { local } = (globalThis as never as Extension).chrome.storage;
    return local.set({ rowsCopied: { jobs: at, drafts: at } });
  }, Date.now());

function inParts(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const parts = Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) =>
    rows.slice(index * 1000, (index + 1) * 1000),
  );
  return parts.map((part) => Object.fromEntries(part.map((row) => [row['id'], row])));
}

/** An account whose sign-in has ended: pins are queued for it, and held when it is their turn. */
async function putAccount(page: Page): Promise<void> {
  const view = {
    id: 'a-1',
    username: 'bench',
    imageUrl: null,
    accountType: 'BUSINESS',
    environment: 'production',
    scopes: [],
  };
  await putRows(page, 'tack-vault', {
    current: { version: 1, kind: 'current', accountId: 'a-1' },
    'account/a-1': { version: 1, kind: 'account', view, app: {}, tokens: null },
  });
}

/**
 * From the beginning of the panel's document, opened as another view opens it at its outbox, to the first pins laid
 * out: scripts and rows are read from disk within it.
 */
async function timeToPaint(page: Page, panel: string): Promise<number> {
  await page.goto(panel.replace(/[^/]*$/, 'welcome.html'));
  await page.evaluate(() =>
    (globalThis as never as Extension).chrome.storage.session.set({ panelTab: 'outbox' }),
  );
  await page.waitForTimeout(REST_MS); // the runner comes to rest
  await page.goto(panel, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    // By the clock: in a browser that nobody looks at, a frame may be a second away.
    const isThere = () => document.querySelector('.outbox-job')?.getBoundingClientRect().height;
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now();
  });
}

/** From the press on the tab of a panel that shows something else, as it is open all day, to the first pins laid out. */
async function timeOpenings(page: Page, panel: string): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    await page.goto(panel.replace(/[^/]*$/, 'welcome.html'));
    await page.goto(panel);
    await page.waitForTimeout(4 * REST_MS); // all rows are read
    const time = await page.evaluate(async () => {
      const isThere = () => document.querySelector('.outbox-job')?.getBoundingClientRect().height;
      const begun = performance.now();
      document.querySelector<HTMLElement>('[role=tab]:last-child')?.click();
      while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
      return performance.now() - begun;
    });
    times.push(time);
  }
  return times;
}

/** From one written row to the next, while the runner goes on with jobs that it can do nothing more for than to hold them. */
async function timeSteps(page: Page): Promise<number[]> {
  const job = await golden('tack-jobs-1');
  const media = { kind: 'url', url: 'https://kitchen.example/panna-cotta.jpg' };
  const rows = Array.from({ length: PINS }, (_, index) => ({
    ...job,
    id: `step-${index}`,
    media,
    stage: { name: 'queued' },
    pause: null,
  }));
  await putRows(page, 'tack-jobs', Object.fromEntries(rows.map((row) => [row.id, row])));
  return page.evaluate(async (count) => {
    const { runtime } = (globalThis as never as Extension).chrome;
    const times: number[] = [];
    const channel = new BroadcastChannel('tack-changes');
    const all = new Promise<void>((resolve) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.kind !== 'job' || !data.id.startsWith('step-')) return;
        times.push(performance.now());
        if (times.length === count * 2) resolve(); // prepared, held
      });
    });
    await runtime.sendMessage({ type: 'outbox/wake', ask: { anew: true } });
    await all;
    channel.close();
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  }, PINS);
}

const durable = (one: Enqueued) => one.durable;
const answered = (one: Enqueued) => one.answered;

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0);

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0) * 10) / 10;
}
