import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { CDPSession } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, type ExtensionBrowser, launchBrowser } from '../e2e/harness/browser.ts';
import type { Figure } from './capture.ts';
import { findPeer, writeEmpty } from './empty.ts';

/** How long a page is left alone before it is weighed, ms: what it began is over then. */
const REST_MS = 3000;

/** What the scripts of each of Tack's pages and of its worker hold after a collection, and those of an extension that does nothing. */
export async function benchMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-memory-'));
  const empty = await writeEmpty(folder);
  const extensionDir = [path.join(root, '.output/chrome-mv3'), empty].join(',');
  const browser = await launchBrowser({ extensionDir, profileDir: path.join(folder, 'profile') });
  try {
    const floor = await findPeer(browser, 'floor', empty);
    const own = `chrome-extension://${EXTENSION_ID}`;
    const other = `chrome-extension://${floor.id}`;
    return [
      // The workers first: they are awake from the start, and asleep half a minute later.
      await ofWorker(browser, 'empty worker', other),
      await ofWorker(browser, 'worker', own),
      await ofPage(browser, 'empty page', `${other}/${floor.popup}`),
      await ofPage(browser, 'popup', `${own}/popup.html`),
      await ofPage(browser, 'side panel', `${own}/sidepanel.html`),
      await ofPage(browser, 'settings', `${own}/options.html`),
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const figure = (name: string, bytes: number): Figure => ({
  name: `memory, ${name}`,
  value: Math.round(bytes / 100_000) / 10,
  unit: 'MB',
});

async function ofPage({ context }: ExtensionBrowser, name: string, url: string): Promise<Figure> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(REST_MS);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return figure(name, usedSize);
}

/** A worker is no page: it is asked by way of the browser. */
async function ofWorker({ cdp }: ExtensionBrowser, name: string, origin: string): Promise<Figure> {
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    (each) => each.type === 'service_worker' && each.url.startsWith(origin),
  );
  if (!worker) throw new Error(`The ${name} sleeps, so it can’t be weighed.`);
  const { targetId } = worker;
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  await askTarget(cdp, sessionId, 'HeapProfiler.collectGarbage');
  const { usedSize = 0 } = await askTarget(cdp, sessionId, 'Runtime.getHeapUsage');
  return figure(name, usedSize);
}

function askTarget(cdp: CDPSession, sessionId: string, method: string) {
  const { promise, resolve } = Promise.withResolvers<{ usedSize?: number }>();
  const hear = (event: { sessionId: string; message: string }) => {
    const answer = JSON.parse(event.message) as { id?: number; result: { usedSize?: number } };
    if (event.sessionId !== sessionId || answer.id !== 1) return; // news of something else
    cdp.off('Target.receivedMessageFromTarget', hear);
    resolve(answer.result);
  };
  cdp.on('Target.receivedMessageFromTarget', hear);
  const message = JSON.stringify({ id: 1, method });
  void cdp.send('Target.sendMessageToTarget', { sessionId, message });
  return promise;
}
