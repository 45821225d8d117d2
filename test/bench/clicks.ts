import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { composerIn } from '../e2e/harness/views.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';

const CLICKS = 10;
/** A menu takes keys once its window has the focus, ms. */
const MENU_MS = 500;

/**
 * From the Enter on "Pin this image" in the page's real menu to the largest thing of the composer being painted, by the
 * browser's own clock, with a worker that runs and with one that sleeps. The program that presses the key is in it.
 */
export async function benchClicks(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-clicks-'));
  const pinterest = await startPinterest({ port: 0 });
  const display = await startDisplay();
  if (!display) throw new Error('A real menu needs Xvfb, openbox and xdotool.');
  try {
    const { port, app } = pinterest;
    const extensionDir = await buildFor({ port, app, outDir: '.output/bench-clicks' });
    const profileDir = path.join(folder, 'profile');
    const person = await Person.arrive({ extensionDir, profileDir, display });
    const page = await person.visit(pinterest.pages.recipe);
    await person.closeView(await person.connect(page));
    const press = (...keys: string[]) => display.press(...keys);
    const [warm, asleep]: [number[], number[]] = [[], []];
    await click(person, page, press); // a first one, which fills caches, is not counted
    for (let index = 0; index < CLICKS; index += 1) {
      warm.push(await click(person, page, press));
      await person.worker.stop();
      asleep.push(await click(person, page, press));
    }
    await person.leave();
    return [figureOf('worker awake', warm), figureOf('worker asleep', asleep)];
  } finally {
    await display.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Press = (...keys: string[]) => Promise<void>;

async function click(person: Person, page: Page, press: Press): Promise<number> {
  const { display } = person.browser;
  const before = new Set(await display?.listWindows());
  await page.locator('#hero').click({ button: 'right' });
  const isOpen = async () =>
    (await display?.listWindows())?.some((id) => !before.has(id)) || undefined;
  await waitFor(isOpen, { for: 'the menu to open' });
  await sleep(MENU_MS);
  await press('Up', 'Up'); // ours stands above Inspect
  const begun = performance.timeOrigin + performance.now();
  await press('Return');
  const popup = await person.see('popup.html');
  await composerIn(popup).board.waitFor();
  await sleep(MENU_MS); // the picture is there
  const painted = await popup.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    new PerformanceObserver((list) => {
      resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? NaN));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    return promise;
  });
  await person.closeView(popup);
  return painted - begun;
}

function figureOf(worker: string, times: readonly number[]): Figure {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const name = `menu click to composer painted, ${worker}`;
  return { name, value: at(0.5), p95: at(0.95), unit: 'ms' };
}
