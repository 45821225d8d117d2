import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, launchBrowser } from '../e2e/harness/browser.ts';
import type { Figure } from './capture.ts';

const JOBS = 10_000;
const OPENINGS = 7;
const PINS = 30;

/** As much of the extension's own world as the bench uses of it. */
interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
}

const golden = async (name: string) =>
  JSON.parse(await readFile(path.join(root, `test/golden/${name}.json`), 'utf8')) as object;

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

/** Puts rows into one of Tack's databases, as they are. */
export async function putRows(page: Page, database: string, rows: Record<string, unknown>) {
  const put = ([name, all]: [string, Record<string, unknown>]) =>
    new Promise<void>((resolve, reject) => {
      const open = indexedDB.open(name);
      open.addEventListener('upgradeneeded', () => open.result.createObjectStore('rows'));
      open.addEventListener('success', () => {
        const db = open.result;
        const transaction = db.transaction('rows', 'readwrite');
        for (const [key, row] of Object.entries(all)) transaction.objectStore('rows').put(row, key);
        transaction.addEventListener('complete', () => {
          db.close();
          resolve();
        });
        transaction.addEventListener('error', () => reject(transaction.error!));
      });
    });
  await page.evaluate(put, [database, rows] as [string, Record<string, unknown>]);
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
    const painted: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) {
      await page.goto(panel);
      painted.push(await timeToPaint(page));
    }
    const enqueued = await timePublishing(page);
    const steps = await timeSteps(page);
    const named = `, ${JOBS} jobs`;
    return [
      { name: `outbox enqueue${named}`, value: p95(enqueued), unit: 'ms' },
      { name: `outbox view painted${named}`, value: p95(painted), unit: 'ms' },
      { name: `runner step${named}`, value: p95(steps), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true });
  }
}

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

/** From the press on the tab to the first pins on the screen, rows read from disk included. */
async function timeToPaint(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const tabs = () => [...document.querySelectorAll<HTMLElement>('[role=tab]')];
    while (tabs().length < 3) await new Promise(requestAnimationFrame);
    const begun = performance.now();
    tabs().at(-1)?.click();
    while (!document.querySelector('.outbox-job')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
}

/** From the message of "Pin it" to its answer, which comes once the job is durable. */
async function timePublishing(page: Page): Promise<number[]> {
  const draft = await golden('tack-drafts-3');
  const media = { state: 'by-url', url: 'https://kitchen.example/panna-cotta.jpg' };
  const drafts = Array.from({ length: PINS }, (_, index) => ({
    ...draft,
    id: `draft-${index}`,
    tabId: 999_999,
    media,
  }));
  await putRows(page, 'tack-drafts', Object.fromEntries(drafts.map((row) => [row.id, row])));
  return page.evaluate(
    async (ids) => {
      const times: number[] = [];
      const { runtime } = (globalThis as never as Extension).chrome;
      for (const draftId of ids) {
        const begun = performance.now();
        const answer = await runtime.sendMessage({
          type: 'draft/publish',
          ask: { draftId, lane: 'create', confirmed: true },
        });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        times.push(performance.now() - begun);
      }
      return times;
    },
    drafts.map(({ id }) => id),
  );
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
      channel.addEventListener(
        'message',
        ({ data }: MessageEvent<{ kind: string; id: string }>) => {
          if (data.kind !== 'job' || !data.id.startsWith('step-')) return;
          times.push(performance.now());
          if (times.length === count * 2) resolve(); // prepared, held
        },
      );
    });
    await runtime.sendMessage({ type: 'outbox/wake', ask: { anew: true } });
    await all;
    channel.close();
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  }, PINS);
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0) * 10) / 10;
}
