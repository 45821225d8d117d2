import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { EXTENSION_ID } from '../test/e2e/harness/browser.ts';
import { buildFor } from '../test/e2e/harness/build.ts';
import { startDisplay } from '../test/e2e/harness/display.ts';
import { Person } from '../test/e2e/harness/person.ts';
import { tooWide } from '../test/e2e/harness/too-wide.ts';
import { startPinterest } from '../test/pinterest/server.ts';
import { allScopes } from '../test/pinterest/testing.ts';
import { root } from './run.ts';

/**
 * Takes the pictures of docs/stats.md anew: `npm run pictures`. The side panel's numbers, of an account at the local
 * Pinterest, in every way that they are to be looked at. Says where something is wider than its view.
 */
const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-pictures-'));
const pinterest = await startPinterest({ port: 0, boards: 30, pins: 160 });
const display = await startDisplay();
/** Pictures as PNG in base64, by the file of the docs that they go into. */
const rows: Record<string, string[]> = {};

/** What one picture is taken of: px of CSS, how many dots each has, and what the person has chosen. */
interface Look {
  width: number;
  dots: number;
  colorScheme: 'light' | 'dark';
  forcedColors: 'active' | 'none';
}
const usual: Look = { width: 400, dots: 1, colorScheme: 'light', forcedColors: 'none' };
const HEIGHT = 900;

try {
  const { port, app } = pinterest;
  const extensionDir = await buildFor({ port, app, outDir: '.output/pictures' });
  const profileDir = path.join(folder, 'profile');
  const person = await Person.arrive({ extensionDir, profileDir, display });
  await person.connect(await person.visit(pinterest.pages.recipe));
  const panel = await open(person);
  await takeOverview(panel);
  await takeWays(panel, person);
  await takeParts(panel, person);
  await takeMore(panel, person);
  for (const [name, pictures] of Object.entries(rows)) await putTogether(panel, name, pictures);
  await person.leave();
} finally {
  await display?.close();
  await pinterest.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function open(person: Person): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  await settled(page);
  return page;
}

/** The numbers are there, and the chart is drawn. */
async function settled(page: Page): Promise<void> {
  await page.locator('.stats-tab').waitFor();
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
}

async function take(page: Page, row: string, look: Partial<Look> = {}): Promise<void> {
  const { width, dots, colorScheme, forcedColors } = { ...usual, ...look };
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: HEIGHT / dots,
    deviceScaleFactor: dots,
    mobile: false,
  });
  await page.emulateMedia({ colorScheme, forcedColors });
  await settled(page);
  const pictures = (rows[row] ??= []);
  const wide = await page.evaluate(tooWide);
  if (wide.length > 0) console.log(`${row} ${pictures.length + 1} is too wide: ${wide.join('; ')}`);
  pictures.push((await session.send('Page.captureScreenshot')).data);
  await session.detach();
}

async function takeOverview(panel: Page): Promise<void> {
  await take(panel, 'stats');
  await take(panel, 'stats', { colorScheme: 'dark' });
  await panel.getByRole('combobox', { name: 'Split by' }).selectOption('app');
  await take(panel, 'stats');
  await panel.getByRole('combobox', { name: 'Split by' }).selectOption('nothing');
  await panel.getByRole('button', { name: 'Saves', exact: true }).click();
  await panel.getByRole('button', { name: 'Show as table' }).click();
  await take(panel, 'stats');
  await panel.getByRole('button', { name: 'Show as chart' }).click();
}

async function takeWays(panel: Page, person: Person): Promise<void> {
  await take(panel, 'stats-ways', { forcedColors: 'active' });
  const arabic = await openInArabic(person);
  await take(arabic, 'stats-ways');
  await arabic.close();
  await take(panel, 'stats-ways', { width: 240 });
  await take(panel, 'stats-ways', { width: 200, dots: 2 });
}

/** The panel as it is where the browser speaks Arabic: it need not have that language to be looked at. */
async function openInArabic(person: Person): Promise<Page> {
  const file = path.join(root, 'public/_locales/ar/messages.json');
  const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, { message: string }>;
  const page = await person.context.newPage();
  await page.addInitScript((texts) => {
    interface Texts {
      getMessage: (key: string, values?: string | string[]) => string;
      getUILanguage: () => string;
    }
    const { i18n } = (globalThis as never as { chrome: { i18n?: Texts } }).chrome;
    if (!i18n) return;
    i18n.getUILanguage = () => 'ar';
    i18n.getMessage = (key, values = []) =>
      (texts[key]?.message ?? '').replaceAll(
        /\$(\d)/g,
        (_, at: string) => [values].flat()[Number(at) - 1] ?? '',
      );
  }, messages);
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  return page;
}

async function goTo(panel: Page, part: string): Promise<void> {
  await panel.locator('.stats-nav').getByRole('button', { name: part }).click();
  await settled(panel);
}

async function takeParts(panel: Page, person: Person): Promise<void> {
  const go = (part: string) => goTo(panel, part);
  await go('Top pins');
  await panel.locator('.pin-line-numbers').first().waitFor();
  await take(panel, 'stats-parts');
  await panel.locator('.pin-line-title').first().click();
  await take(panel, 'stats-parts');
  await panel.getByRole('button', { name: 'Back' }).click();
  for (const box of [0, 1, 2]) await panel.locator('.pin-line-box').nth(box).check();
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  await take(panel, 'stats-parts');
  await go('Ads and audience');
  const opened = person.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Allow at Pinterest' }).click();
  await person.allow(await opened);
  await go('Ads and audience');
  await panel.getByText('25-34').waitFor();
  await take(panel, 'stats-parts');
}

/** What is left: all pins in the dark, boards, what is watched for, and an account that has no numbers. */
async function takeMore(panel: Page, person: Person): Promise<void> {
  await goTo(panel, 'All pins');
  await take(panel, 'stats-more', { colorScheme: 'dark' });
  await goTo(panel, 'Boards');
  await take(panel, 'stats-more');
  await goTo(panel, 'Watching');
  await panel.getByRole('switch').check();
  await take(panel, 'stats-more');
  const settings = await person.openExtensionPage('options.html');
  const { access } = pinterest.signIn(allScopes, 'tom_travels');
  await settings.getByLabel('Access token', { exact: true }).fill(access.value);
  await settings.getByRole('button', { name: 'Connect with the token' }).click();
  await settings.getByText('Connected as @tom_travels').waitFor();
  await settings.close();
  const personal = await open(person);
  await take(personal, 'stats-more');
  await personal.close();
}

/** Puts pictures side by side into one file of the docs. */
async function putTogether(page: Page, name: string, pictures: readonly string[]): Promise<void> {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.clearDeviceMetricsOverride');
  await page.setContent(
    `<body style="margin:0;background:#fff"><div style="display:inline-flex;gap:16px">${pictures
      .map((data) => `<img src="data:image/png;base64,${data}" height="${HEIGHT}">`)
      .join('')}</div>`,
  );
  const file = path.join(root, `docs/pictures/${name}.png`);
  await page.setViewportSize({ width: 1700, height: HEIGHT });
  await page.locator('div').screenshot({ path: file });
  console.log(path.relative(root, file));
}
