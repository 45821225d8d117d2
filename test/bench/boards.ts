import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { EXTENSION_ID } from '../e2e/harness/browser.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';
import { findPeer, writeEmpty } from './empty.ts';

const BOARDS = 10_000;
/** Two accounts share what the local Pinterest has, of which the other one takes twelve; six of a hundred are secret. */
const MADE = Math.ceil(BOARDS / 0.94) + 12;
const SECTIONS = 2000;
/** How long somebody takes from seeing the field to the first key, at least. */
const AT_REST_MS = 600;
/** From one key to the next. */
const KEY_MS = 120;
/** What is typed, letter by letter: words, the middle of words, two words, slips, sections, and what is nowhere. */
const typed = [
  'kitchen',
  'dinners week',
  'kitchne',
  'gardn ideas',
  'section 12',
  'ideas/sec',
  'qqqx',
];

interface Extension {
  chrome: {
    storage: {
      session: {
        get(key: string): Promise<Record<string, unknown>>;
        set(values: object): Promise<void>;
      };
    };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
  measured: { painted: number[]; work: number[] };
}

/** How the board field does with ten thousand boards and two thousand sections in a warm session. */
export async function benchBoards(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-boards-'));
  const pinterest = await startPinterest({ port: 0, boards: MADE, pins: 20 });
  const display = await startDisplay();
  try {
    const { port, app } = pinterest;
    const built = await buildFor({ port, app, outDir: '.output/bench-boards' });
    const emptyDir = await writeEmpty(folder);
    const extensionDir = [built, emptyDir].join(',');
    const profileDir = path.join(folder, 'profile');
    const person = await Person.arrive({ extensionDir, profileDir, display });
    const page = await person.visit(pinterest.pages.recipe);
    await person.connect(page);
    const own = await person.openExtensionPage('options.html');
    const tabId = await own.evaluate(
      async (url) =>
        (await (globalThis as never as Extension).chrome.tabs.query({})).find(
          (tab) => tab.url === url,
        )?.id ?? -1,
      page.url(),
    );
    const popup = `chrome-extension://${EXTENSION_ID}/popup.html?tab=${tabId}`;
    await own.goto(popup); // the view reads the boards
    await waitFor(async () => (await boardsOf(own)) > 0 || undefined, {
      for: 'all boards',
      timeoutMs: 120_000,
    });
    await own.evaluate(putSections, SECTIONS);
    await openPopup(own, popup);
    const hasty = await timeTyping(own, typed.slice(0, 1));
    await openPopup(own, popup);
    await own.waitForTimeout(AT_REST_MS);
    const { painted, work } = await timeTyping(own, typed);
    const floor = await findPeer(person.browser, 'floor', emptyDir);
    await own.goto(`chrome-extension://${floor.id}/${floor.popup}`);
    await own.evaluate(putPlainField);
    const least = await timeTyping(own, typed);
    const full = await heapOf(own, popup);
    await own.evaluate(emptyIndex);
    const empty = await heapOf(own, popup);
    await person.leave();
    const named = `, ${BOARDS} boards`;
    return [
      figure('floor board search', least.painted),
      { name: `board search${named}`, value: at(painted, 0.5), p95: at(painted, 0.95), unit: 'ms' },
      {
        name: `board search while it opens${named}`,
        value: at(hasty.painted, 0.5),
        p95: at(hasty.painted, 0.95),
        unit: 'ms',
      },
      { name: `board search${named}, work`, value: at(work, 0.5), p95: at(work, 0.95), unit: 'ms' },
      { name: `board memory${named}`, value: round((full - empty) / 1e6), unit: 'MB' },
    ];
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const boardsOf = (page: Page) =>
  page.evaluate(async () => {
    const { boards } = await (globalThis as never as Extension).chrome.storage.session.get(
      'boards',
    );
    const index = boards as { rows: string; complete: boolean } | undefined;
    return index?.complete ? index.rows.split('\n').length : 0;
  });

async function putSections(count: number): Promise<void> {
  const { session } = (globalThis as never as Extension).chrome.storage;
  const { boards } = (await session.get('boards')) as { boards: { rows: string } };
  const ids = boards.rows.split('\n').map((line) => line.split('\t')[0] ?? '');
  const sections: Record<string, object[]> = {};
  for (const [index, id] of ids.slice(0, count / 2).entries()) {
    sections[id] = [1, 2].map((nth) => ({ id: `${id}${nth}`, name: `Section ${index} ${nth}` }));
  }
  await session.set({ sections });
}

async function emptyIndex(): Promise<void> {
  const { session } = (globalThis as never as Extension).chrome.storage;
  const { boards } = (await session.get('boards')) as { boards: object };
  await session.set({ boards: { ...boards, rows: '' }, sections: {} });
}

/** A field of a page that does nothing with a key but write eight lines: the least that a key can take in this browser. */
function putPlainField(): void {
  const field = document.createElement('input');
  const lines = Array.from({ length: 8 }, () => document.createElement('p'));
  field.addEventListener('input', () => {
    for (const [nth, line] of lines.entries()) line.textContent = `${field.value} ${nth}`;
  });
  document.body.replaceChildren(field, ...lines);
  field.focus();
}

/** Opens the popup, until its board field has the focus and boards to offer. */
async function openPopup(page: Page, popup: string): Promise<void> {
  await page.goto(popup.replace(/popup[.].*$/, 'welcome.html'));
  await page.waitForTimeout(400); // the worker comes to rest
  await page.goto(popup, { waitUntil: 'commit' });
  await page.evaluate(async () => {
    const isReady = () =>
      document.activeElement?.getAttribute('role') === 'combobox' &&
      document.querySelectorAll('.combobox-option').length > 3;
    while (!isReady()) await new Promise(requestAnimationFrame);
  });
}

/** From each key press to the end of the frame that shows what it found, and how long the page was busy with it. */
async function timeTyping(page: Page, queries: readonly string[]): Promise<Extension['measured']> {
  await page.evaluate(() => {
    const measured: Extension['measured'] = { painted: [], work: [] };
    Object.assign(globalThis, { measured });
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    document.addEventListener(
      'input',
      () => {
        const since = pressed;
        const begun = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => measured.painted.push(performance.now() - since));
        port1.start();
        requestAnimationFrame(() => port2.postMessage(0));
        // Once it is drawn anew, and laid out: what is left is the browser's.
        setTimeout(() =>
          measured.work.push(document.body.offsetHeight && performance.now() - begun),
        );
      },
      true,
    );
  });
  for (const query of queries) {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(KEY_MS); // no finger is on the first letter at once
    await page.keyboard.type(query, { delay: KEY_MS });
    await page.waitForTimeout(200);
    await page.keyboard.press('Escape');
  }
  return page.evaluate(() => (globalThis as never as Extension).measured);
}

/** The page's own heap with the popup in it, once what nobody holds is gone; in bytes. */
async function heapOf(page: Page, popup: string): Promise<number> {
  await page.goto(popup);
  await page.waitForTimeout(1500);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

const figure = (name: string, values: number[]): Figure => ({
  name: `${name}, ${BOARDS} boards`,
  value: at(values, 0.5),
  p95: at(values, 0.95),
  unit: 'ms',
});
const round = (value: number) => Math.round(value * 10) / 10;
const at = (values: number[], share: number) =>
  round(
    values.toSorted((a, b) => a - b)[
      Math.min(values.length - 1, Math.floor(values.length * share))
    ] ?? 0,
  );
