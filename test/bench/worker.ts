import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, type ExtensionBrowser, launchBrowser } from '../e2e/harness/browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { Figure } from './capture.ts';
import { findPeer, writeEmpty } from './empty.ts';

const WAKES = 15;
const HOUR_MS = 3_600_000;

interface Extension {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown> };
    alarms: { getAll(): Promise<{ scheduledTime: number; periodInMinutes?: number }[]> };
  };
}

/** How long a sleeping worker takes to answer, against one that does nothing; and what an idle hour costs. */
export async function benchWorker(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-worker-'));
  const empty = await writeEmpty(folder);
  const extensionDir = [path.join(root, '.output/chrome-mv3'), empty].join(',');
  const browser = await launchBrowser({ extensionDir, profileDir: path.join(folder, 'profile') });
  try {
    const floor = await findPeer(browser, 'floor', empty);
    const page = await browser.context.newPage();
    const tack = `chrome-extension://${EXTENSION_ID}/welcome.html`;
    // In turns, so that both have the same machine.
    const [own, others]: [number[], number[]] = [[], []];
    for (let index = 0; index < WAKES; index += 1) {
      own.push(await wake(browser, page, tack));
      others.push(await wake(browser, page, `chrome-extension://${floor.id}/popup.html`));
    }
    await page.goto(tack);
    await new Promise((resolve) => setTimeout(resolve, 2000)); // an empty outbox takes its alarm away
    const [ownMs, floorMs] = [median(own), median(others)];
    return [
      { name: 'worker wake-up', value: ownMs, unit: 'ms' },
      { name: 'worker wake-up, floor', value: floorMs, unit: 'ms' },
      { name: 'worker wake-up, over the floor', value: ownMs - floorMs, unit: 'ms' },
      { name: 'wake-ups in an idle hour', value: await wakeUps(page), unit: 'count' },
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** From a message to its answer, by a worker that sleeps. */
async function wake(browser: ExtensionBrowser, page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForTimeout(500); // what the page itself asks is answered
  await sleepNow(browser, page, new URL(url).host);
  return page.evaluate(async () => {
    const { runtime } = (globalThis as never as Extension).chrome;
    const begun = performance.now();
    const answer = await runtime.sendMessage({ type: 'account/get', ask: {} });
    if (answer !== true && !(answer as { ok?: boolean } | undefined)?.ok)
      throw new Error(`No answer, but ${JSON.stringify(answer)}`);
    return performance.now() - begun;
  });
}

/** Ends the workers as the browser does when nothing happens for half a minute. */
async function sleepNow({ cdp, context }: ExtensionBrowser, page: Page, id: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const isGone = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const runs = targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(id));
    return runs ? undefined : true;
  };
  await waitFor(isGone, { for: 'the worker to stop' });
  await session.detach();
}

/** How often the alarms that are set would wake the worker within an hour of nothing. */
const wakeUps = (page: Page) =>
  page.evaluate(async (hour) => {
    const alarms = await (globalThis as never as Extension).chrome.alarms.getAll();
    const end = Date.now() + hour;
    return alarms.reduce((sum, { scheduledTime, periodInMinutes }) => {
      if (scheduledTime > end) return sum;
      const period = (periodInMinutes ?? 0) * 60_000;
      return sum + 1 + (period > 0 ? Math.floor((end - scheduledTime) / period) : 0);
    }, 0);
  }, HOUR_MS);

const median = (values: number[]) =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
