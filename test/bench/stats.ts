import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/run.ts';
import { EXTENSION_ID, launchBrowser } from '../e2e/harness/browser.ts';
import type { Figure } from './capture.ts';
import { putRows } from './rows.ts';

const DAY_MS = 86_400_000;
const PINS = 1000;
const OPENINGS = 20;
const REPAINTS = 60;
const SCROLLS = 120;
const METRICS = [
  'IMPRESSION',
  'SAVE',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'ENGAGEMENT',
  'SAVE_RATE',
  'OUTBOUND_CLICK_RATE',
  'PIN_CLICK_RATE',
  'ENGAGEMENT_RATE',
];

const PIN_METRICS = [
  'IMPRESSION',
  'SAVE',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
];

/** As much of the extension's own world as the bench uses of it. */
interface Extension {
  chrome: { storage: { session: { set(values: object): Promise<void> } } };
}

const dateOf = (daysBack: number) =>
  new Date(Date.now() - daysBack * DAY_MS).toISOString().slice(0, 10);

/** What the background keeps of Pinterest's replies for an account with a thousand pins. */
function replies(): Record<string, object> {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: dateOf(count - index),
      data_status: index === count - 1 ? 'ESTIMATE' : 'READY',
      metrics: Object.fromEntries(
        METRICS.map((name, at) => [
          name,
          name.endsWith('RATE') ? 0.02 : 2000 + ((index * 37 + at * 91) % 900),
        ]),
      ),
    }));
  const account = (count: number) => ({
    [`stats/user_account/analytics?${JSON.stringify({ start_date: dateOf(count), end_date: dateOf(1), metric_types: METRICS })}`]:
      { readAt: Date.now(), reply: { all: { daily_metrics: days(count) } } },
  });
  const pin = (index: number) => ({
    id: `${9_007_000 + index}`,
    title: `Pin ${index}`,
    board_id: '1',
    created_at: dateOf(index % 400),
    pin_metrics: { '90d': { impression: index * 7, clickthrough: index }, lifetime_metrics: {} },
  });
  const list = {
    items: Array.from({ length: PINS }, (_, index) => pin(index)),
    bookmark: null,
  };
  const recent = (pin_ids: string[]) => ({
    [`stats/multi_pins/analytics?${JSON.stringify({ start_date: dateOf(30), end_date: dateOf(1), metric_types: PIN_METRICS, pin_ids })}`]:
      { readAt: Date.now(), reply: {} },
  });
  return {
    ...account(60),
    ...account(89),
    ...recent(list.items.slice(0, 25).map(({ id }) => id)),
    'stats/pins/list?{"page_size":250,"pin_metrics":true}': { readAt: Date.now(), reply: list },
  };
}

/** How the numbers do in the side panel: to paint them from the session, to paint a chart again, and to scroll. */
export async function benchStats(extensionDir = '.output/chrome-mv3'): Promise<Figure[]> {
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-bench-'));
  const browser = await launchBrowser({ extensionDir: path.join(root, extensionDir), profileDir });
  try {
    const page = await browser.context.newPage();
    const panel = `chrome-extension://${EXTENSION_ID}/sidepanel.html`;
    await page.goto(panel);
    await page.getByRole('tab', { name: /outbox/i }).waitFor();
    await putAccount(page);
    await page.evaluate(
      (kept) => (globalThis as never as Extension).chrome.storage.session.set(kept),
      replies(),
    );
    const painted: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) painted.push(await timeToPaint(page, panel));
    const repaints = await timeRepaints(page);
    const frames = await timeScroll(page);
    return [
      { name: `side panel painted, ${PINS} pins`, value: p95(painted), unit: 'ms' },
      { name: `side panel painted, ${PINS} pins, median`, value: median(painted), unit: 'ms' },
      { name: 'chart repaint, 89 days × 9 metrics', value: p95(repaints), unit: 'ms' },
      { name: 'chart repaint, 89 days × 9 metrics, median', value: median(repaints), unit: 'ms' },
      { name: `scroll of ${PINS} pins, frame`, value: median(frames), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true });
  }
}

/** An account whose sign-in holds; nothing is asked of Pinterest, as the session has all that is shown. */
async function putAccount(page: Page): Promise<void> {
  const view = {
    id: 'a-1',
    username: 'bench',
    imageUrl: null,
    accountType: 'BUSINESS',
    environment: 'production',
    scopes: [],
  };
  const later = Date.now() + 30 * DAY_MS;
  const tokens = {
    accessToken: 'bench',
    refreshToken: 'bench',
    accessExpiresAt: later,
    refreshExpiresAt: later,
    scopes: [],
  };
  await putRows(page, 'tack-vault', {
    current: { version: 1, kind: 'current', accountId: 'a-1' },
    'account/a-1': { version: 1, kind: 'account', view, app: {}, tokens },
  });
}

/** From the beginning of the panel's document to the account's sum on the screen. */
async function timeToPaint(page: Page, panel: string): Promise<number> {
  await page.goto(panel, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (!document.querySelector('.stats-total')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

/** The chart's own drawing, each time it is drawn anew at another width. */
async function timeRepaints(page: Page): Promise<number[]> {
  await page.getByRole('radio', { name: '89 days' }).check({ force: true });
  for (const name of ['Saves', 'Outbound clicks', 'Pin clicks', 'Engagements'])
    await page.getByRole('button', { name, exact: true }).click();
  for (const name of ['Save rate', 'Outbound click rate', 'Pin click rate', 'Engagement rate'])
    await page.getByRole('button', { name, exact: true }).click();
  await page.evaluate(() => performance.clearMeasures('tack-chart-painted'));
  for (let index = 0; index < REPAINTS; index += 1) {
    await page.setViewportSize({ width: 380 + (index % 20), height: 900 });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(() =>
    performance.getEntriesByName('tack-chart-painted').map(({ duration }) => duration),
  );
}

/** From one frame to the next while a thousand pins are scrolled through, 200 px each. */
async function timeScroll(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: 'All pins' }).click();
  await page.locator('.pin-list').waitFor();
  return page.evaluate(async (count) => {
    const list = document.querySelector('.pin-list')!;
    const times: number[] = [];
    let before = await new Promise(requestAnimationFrame);
    for (let index = 0; index < count; index += 1) {
      list.scrollTop += 200;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return times;
  }, SCROLLS);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const median = (values: readonly number[]): number =>
  rounded(sorted(values)[values.length >> 1] ?? 0);
const p95 = (values: readonly number[]): number =>
  rounded(sorted(values)[Math.ceil(values.length * 0.95) - 1] ?? 0);
