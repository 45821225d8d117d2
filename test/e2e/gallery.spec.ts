import type { Server } from 'node:http';

import { chromium, expect, test, type Browser, type Page } from '@playwright/test';

import { findBrowser } from '../../scripts/browser.mjs';
import { accessibilityFaults } from './harness/axe.ts';
import { differences, forgetLeftOver, leftOver, record } from './harness/gallery-golden.ts';
import { cutOffs, hardCoded, seenIn, type InPage } from './harness/gallery-look.ts';
import {
  buildGallery,
  listStates,
  openState,
  serveGallery,
  type ListedState,
} from './harness/gallery-page.ts';

/*
 * Every view and primitive in each of its states, as test/gallery lists them: plain pages with the product's components in
 * them. `TACK_GALLERY=record` writes down how they look (npm run gallery -- record), and `TACK_STATES=popup/` looks only at
 * those whose names begin so.
 */
const isRecording = process.env['TACK_GALLERY'] === 'record';
const WANTED = process.env['TACK_STATES'] ?? '';

/** Half of them by each worker. */
const parts = ['first', 'second'] as const;

let browser: Browser;
let server: Server;
let url: string;

test.beforeAll(async () => {
  await buildGallery();
  ({ server, url } = await serveGallery());
  browser = await chromium.launch({ executablePath: findBrowser()!, args: ['--no-sandbox'] });
});

test.afterAll(async () => {
  await browser.close();
  server.close();
});

const inside =
  (page: Page): InPage =>
  (work, arg) =>
    page.evaluate(work as (given: unknown) => never, arg);

/** What is wrong with a state in the person's own language, in both themes. */
async function faultsOf(page: Page, state: ListedState): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openState(page, url, state);
  const light = await seenIn(inside(page));
  const faults = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await seenIn(inside(page));
  faults.push(...(await accessibilityFaults(page)).map((fault) => `dark: ${fault}`));
  if (isRecording) await record(state.name, { light, dark });
  else faults.push(...(await differences(state.name, { light, dark })));
  return faults;
}

/** What is wrong with its texts: in longer words, and from right to left. */
async function textFaultsOf(page: Page, state: ListedState, own: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openState(page, url, state, { language: 'pseudo' });
  const faults = [...(await cutOffs(inside(page), true)), ...(await hardCoded(inside(page), own))];
  await openState(page, url, state, { language: 'ar' });
  return [...faults, ...(await cutOffs(inside(page))).map((fault) => `rtl: ${fault}`)];
}

/** Looks at each state of a half of them, and gives what is wrong, a line each. */
async function faultsOfHalf(
  part: number,
  look: (page: Page, state: ListedState, own: string) => Promise<string[]>,
): Promise<string[]> {
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const { states, own } = await listStates(page, url);
  expect(states.length).toBeGreaterThan(50);
  const mine = states.filter((_, at) => at % parts.length === part);
  for (const state of mine.filter(({ name }) => name.startsWith(WANTED))) {
    const faults = await look(page, state, own).catch((error: unknown) => [String(error)]);
    problems.push(...faults.map((fault) => `${state.name}: ${fault}`));
  }
  const names = states.map(({ name }) => name);
  if (isRecording) await forgetLeftOver(names);
  else problems.push(...(await leftOver(names)));
  await context.close();
  return problems;
}

// A hundred states, each tried by axe twice, or opened twice.
test.describe.configure({ timeout: 900_000 });

for (const [part, which] of parts.entries()) {
  test(
    `each view in each state looks as agreed and keeps nobody out, in both themes (${which} half)`,
    { tag: '@always' },
    async () => {
      expect((await faultsOfHalf(part, faultsOf)).join('\n')).toBe('');
    },
  );

  test(`each view in each state cuts nothing off, in longer words and from right to left (${which} half)`, async () => {
    test.skip(isRecording, 'nothing is recorded of it');
    expect((await faultsOfHalf(part, textFaultsOf)).join('\n')).toBe('');
  });
}
