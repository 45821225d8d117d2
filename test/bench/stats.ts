import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { EXTENSION_ID } from '../e2e/harness/browser.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { statsStripIn } from '../e2e/harness/views.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { type LocalPinterest, startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';
import { findPeer, writeEmpty } from './empty.ts';
import { framesOf, repaintsOf, rowsInEmptyPage } from './stats-in-page.ts';

/** Some of the local Pinterest's pins are of another account, or on secret boards: a thousand are left. */
const MADE = 1150;
const PINS = 1000;
const OPENINGS = 12;
const CHIPS = [
  ['Saves', 'Outbound clicks', 'Pin clicks', 'Engagements'],
  ['Save rate', 'Outbound click rate', 'Pin click rate', 'Engagement rate'],
].flat();

/**
 * How the numbers do for an account with a thousand pins that signed in at the local Pinterest: what the popup asks, how
 * soon the panel has them from the session, how long a chart takes to be painted again, and how a list of pins scrolls.
 * The page of an extension that does nothing is opened, and scrolled, in turns with them: the floor.
 */
export async function benchStats(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-stats-'));
  const pinterest = await startPinterest({ port: 0, boards: 30, pins: MADE });
  const display = await startDisplay();
  try {
    const { port, app } = pinterest;
    const empty = await writeEmpty(folder);
    const built = await buildFor({ port, app, outDir: '.output/bench-stats' });
    const person = await Person.arrive({
      extensionDir: [built, empty].join(','),
      profileDir: path.join(folder, 'profile'),
      display,
    });
    const floor = await findPeer(person.browser, 'floor', empty);
    const views = {
      panel: `chrome-extension://${EXTENSION_ID}/sidepanel.html`,
      floor: `chrome-extension://${floor.id}/${floor.popup}`,
    };
    const requests = await requestsOfStrip(person, pinterest);
    const panel = await person.openExtensionPage('sidepanel.html');
    await panel.bringToFront();
    const figures = [
      ...requests,
      ...(await openings(panel, views)),
      ...(await repaints(panel)),
      ...(await scrolls(panel, views.floor)),
    ];
    await person.leave();
    return figures;
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the popup asks for its numbers: just signed in, and opened once more. */
async function requestsOfStrip(person: Person, { ledger, pages }: LocalPinterest) {
  const asked = () => ledger.requests('user_account/analytics');
  const page = await person.visit(pages.recipe);
  const isShown = (popup: Page) =>
    statsStripIn(popup).and(popup.locator('[aria-busy=false]')).waitFor();
  const first = await person.connect(page);
  await isShown(first);
  const atFirst = asked();
  await person.closeView(first);
  const again = await person.openPopup(page);
  await isShown(again);
  const afterwards = asked() - atFirst;
  await person.closeView(again);
  return [
    { name: 'popup strip, requests of the first opening', value: atFirst, unit: 'count' as const },
    { name: 'popup strip, requests of the next', value: afterwards, unit: 'count' as const },
  ];
}

async function openings(page: Page, views: { panel: string; floor: string }): Promise<Figure[]> {
  await timeToPaint(page, views.panel, '.stats-total');
  await page.locator('.pin-line-numbers').first().waitFor();
  const [numbers, charts, floor]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < OPENINGS; index += 1) {
    const { painted } = await timeToPaint(page, views.floor, 'p');
    floor.push(painted);
    const opened = await timeToPaint(page, views.panel, '.stats-total');
    numbers.push(opened.painted);
    charts.push(await chartOf(page));
  }
  return [
    figure(`side panel painted, ${PINS} pins`, numbers),
    figure(`side panel’s chart painted, ${PINS} pins`, charts),
    figure('floor’s page painted', floor),
  ];
}

/** From the beginning of a document to the frame after the one that has what is looked for. */
async function timeToPaint(page: Page, url: string, wanted: string) {
  await page.goto('about:blank');
  await page.waitForTimeout(200); // what the one before left comes to rest
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async (selector) => {
    while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return { painted: performance.now() };
  }, wanted);
}

/** When the first chart of the document was drawn. */
const chartOf = (page: Page) =>
  waitFor(
    () =>
      page.evaluate(() => {
        const [drawn] = performance.getEntriesByName('tack-chart-painted');
        return drawn && drawn.startTime + drawn.duration;
      }),
    { for: 'the chart' },
  );

async function repaints(panel: Page): Promise<Figure[]> {
  await panel.getByRole('radio', { name: '89 days' }).check({ force: true });
  for (const name of CHIPS) await panel.getByRole('button', { name, exact: true }).click();
  await panel.locator('.figure-legend-line').nth(CHIPS.length).waitFor();
  const times = await panel.evaluate(repaintsOf);
  return [figure('chart repaint, 89 days × 9 metrics', times)];
}

async function scrolls(panel: Page, floor: string): Promise<Figure[]> {
  await panel.getByRole('button', { name: 'All pins' }).click();
  await panel.getByText(/^1,\d\d\d of/).waitFor();
  await panel.evaluate(framesOf, '.pin-list'); // the pictures come
  const own = await panel.evaluate(framesOf, '.pin-list');
  await panel.goto(floor);
  await panel.evaluate(rowsInEmptyPage, PINS);
  const bare = await panel.evaluate(framesOf, '.rows');
  return [
    figure(`scroll of ${PINS} pins, a frame`, own),
    figure(`scroll of ${PINS} lines in the floor’s page, a frame`, bare),
  ];
}

const figure = (name: string, values: readonly number[]): Figure => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) =>
    Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { name, value: at(0.5), p95: at(0.95), unit: 'ms' };
};
