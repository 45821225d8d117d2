import type { Server } from 'node:http';

import { differences } from '../e2e/harness/gallery-golden.ts';
import { cutOffs, hardCoded, seenIn, type InPage } from '../e2e/harness/gallery-look.ts';
import {
  buildGallery,
  roomOf,
  serveGallery,
  stateUrl,
  type ListedState,
  type StateList,
} from '../e2e/harness/gallery-page.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { expect, test } from './fixtures.ts';
import { accessibilityFaults } from './harness/axe.ts';
import type { Firefox } from './harness/firefox.ts';
import { openTab } from './harness/open-view.ts';
import type { Tab } from './harness/tab.ts';
import { BrowserChrome } from './harness/window.ts';

/*
 * What test/e2e/gallery.spec.ts looks at, in Firefox: every view in each of its states. They are held against what was recorded
 * of Chromium (npm run gallery -- record); `TACK_STATES=popup/` looks only at those whose names begin so.
 */
const WANTED = process.env['TACK_STATES'] ?? '';

let server: Server;
let url: string;

test.beforeAll(async () => {
  await buildGallery();
  ({ server, url } = await serveGallery());
});

test.afterAll(() => void server.close());

const inside =
  (tab: Tab): InPage =>
  (work, arg) =>
    tab.run(work as (given: unknown) => never, arg);

/** Opens one state at its own size. */
async function open(tab: Tab, state: ListedState, language = 'en'): Promise<void> {
  await tab.resize(roomOf(state));
  await tab.goto(stateUrl(url, state, language));
  const isReady = () => 'ready' in document.documentElement.dataset || undefined;
  await waitFor(() => tab.run(isReady, null).then((ready) => ready ?? undefined), {
    for: state.name,
  });
  // Firefox leaves out for longer what is far below.
  await tab.run(async () => {
    for (const image of document.images) {
      image.loading = 'eager';
      await image.decode().catch(() => undefined);
    }
  }, null);
}

/** Looks at each state, and gives what is wrong, a line each. */
async function faultsOfAll(
  firefox: Firefox,
  look: (tab: Tab, state: ListedState, own: string) => Promise<string[]>,
): Promise<string> {
  const tab = await openTab(firefox.bidi);
  await tab.goto(`${url}?list`);
  const read = () => document.querySelector('#app')?.textContent ?? '';
  const list = await waitFor(async () => (await tab.run(read, null)) || undefined, {
    for: 'the list of states',
  });
  const { states, own } = JSON.parse(list) as StateList;
  expect(states.length).toBeGreaterThan(50);
  const problems: string[] = [];
  for (const state of states.filter(({ name }) => name.startsWith(WANTED))) {
    const faults = await look(tab, state, own).catch((error: unknown) => [String(error)]);
    problems.push(...faults.map((fault) => `${state.name}: ${fault}`));
  }
  await tab.close();
  return problems.join('\n');
}

// A hundred states, each tried by axe twice, or opened twice.
test.describe.configure({ timeout: 900_000 });

test('each view in each state looks in Firefox as agreed and keeps nobody out, in both themes', async ({
  firefox,
}) => {
  const window = new BrowserChrome(firefox.chrome);
  const faults = await faultsOfAll(firefox, async (tab, state) => {
    await window.look('light');
    await open(tab, state);
    const light = await seenIn(inside(tab));
    const found = await accessibilityFaults(tab);
    await window.look('dark');
    const dark = await seenIn(inside(tab));
    const inDark = await accessibilityFaults(tab);
    found.push(...inDark.map((fault) => `dark: ${fault}`));
    return [...found, ...(await differences(state.name, { light, dark }, 0.1))];
  });
  await window.look(null);
  expect(faults).toBe('');
});

test('each view in each state cuts nothing off in Firefox, in longer words and from right to left', async ({
  firefox,
}) => {
  const window = new BrowserChrome(firefox.chrome);
  const faults = await faultsOfAll(firefox, async (tab, state, own) => {
    await window.look('light');
    await open(tab, state, 'pseudo');
    const found = [...(await cutOffs(inside(tab), true)), ...(await hardCoded(inside(tab), own))];
    await open(tab, state, 'ar');
    return [...found, ...(await cutOffs(inside(tab))).map((fault) => `rtl: ${fault}`)];
  });
  await window.look(null);
  expect(faults).toBe('');
});
