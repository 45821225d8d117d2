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
import { findPeer, type Peer, writeEmpty } from './empty.ts';

const OPENINGS = 15;
/** Those of the account; the other one has twelve more. */
const BOARDS = [10, 1000, 10_000];
const OTHERS = 12;
/** Of a hundred boards six are secret, and not asked for. */
const SHOWN = 0.94;

interface Extension {
  chrome: {
    storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  };
}

/** One opening: ms from the beginning of the page's document. */
interface Opening {
  painted: number;
  interactive: number;
}

/**
 * How long popup and side panel take to be painted and to be ready for a key, with some boards and with ten thousand, in
 * the same browser as an extension whose page is empty, and as a peer where one is given.
 *
 * @param peerDir folder of another extension, unpacked
 */
export async function benchOpening(peerDir?: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const boards of BOARDS) figures.push(...(await openings(boards, peerDir)));
  return figures;
}

async function openings(boards: number, peerDir: string | undefined): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-opening-'));
  const pinterest = await startPinterest({
    port: 0,
    boards: Math.ceil(boards / SHOWN) + OTHERS,
    pins: 20,
  });
  const display = await startDisplay();
  try {
    const { port, app } = pinterest;
    const built = await buildFor({ port, app, outDir: '.output/bench-opening' });
    const dirs = [await writeEmpty(folder), ...(peerDir ? [path.resolve(peerDir)] : [])];
    const extensionDir = [built, ...dirs].join(',');
    const profileDir = path.join(folder, 'profile');
    const person = await Person.arrive({ extensionDir, profileDir, display });
    const [floor, peer] = await Promise.all(
      dirs.map((dir, index) => findPeer(person.browser, index === 0 ? 'floor' : 'peer', dir)),
    );
    const page = await person.visit(pinterest.pages.recipe);
    await person.connect(page);
    const own = await person.openExtensionPage('options.html');
    const tack = `chrome-extension://${EXTENSION_ID}`;
    const popup = `${tack}/popup.html?tab=${await tabOf(own, page.url())}`;
    await own.goto(popup); // the view reads the boards
    await waitFor(async () => (await hasBoards(own)) || undefined, {
      for: 'all boards',
      timeoutMs: 240_000,
    });
    const views: View[] = [
      ...[floor, peer].flatMap((each) => (each ? [peerView(each)] : [])),
      { name: 'popup', url: popup, ready: 'popup' },
      { name: 'side panel', url: `${tack}/sidepanel.html`, ready: 'panel' },
    ];
    const figures = await timeViews(own, views, boards);
    await person.leave();
    return figures;
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface View {
  name: string;
  url: string;
  /** What has to be there before it can be used. */
  ready: 'popup' | 'panel' | 'body';
}

const peerView = ({ name, id, popup }: Peer): View => ({
  name: `${name} popup`,
  url: `chrome-extension://${id}/${popup}`,
  ready: 'body',
});

/** In turns, so that all have the same machine; a first round, which fills caches, is not counted. */
async function timeViews(page: Page, views: readonly View[], boards: number): Promise<Figure[]> {
  const taken = new Map(views.map(({ name }) => [name, [] as Opening[]]));
  for (let round = -1; round < OPENINGS; round += 1) {
    for (const view of views) {
      const opening = await open(page, view);
      if (round >= 0) taken.get(view.name)?.push(opening);
    }
  }
  const floor = taken.get('floor popup') ?? [];
  return [...taken].flatMap(([name, all]) =>
    (['painted', 'interactive'] as const).flatMap((what) => {
      const [own, least] = [all, floor].map((each) => each.map((one) => one[what]));
      return figuresOf(`${name} ${what}`, boards, own ?? [], least ?? []);
    }),
  );
}

function figuresOf(what: string, boards: number, own: number[], floor: number[]): Figure[] {
  const value = at(own, 0.5);
  const named = `, ${boards} boards`;
  const figure: Figure = { name: `${what}${named}`, value, p95: at(own, 0.95), unit: 'ms' };
  if (what.startsWith('floor')) return [figure];
  const ratio = round1(value / at(floor, 0.5));
  return [figure, { name: `${what} over floor${named}`, value: ratio, unit: '×' }];
}

const round1 = (value: number) => Math.round(value * 10) / 10;

async function open(page: Page, { url, ready }: View): Promise<Opening> {
  await page.goto('about:blank');
  await page.waitForTimeout(300); // what the one before left comes to rest
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(async (wanted) => {
    const count = (selector: string) => document.querySelectorAll(selector).length;
    const isReady = {
      // The board field has the focus, and boards to offer.
      popup: () =>
        document.activeElement?.getAttribute('role') === 'combobox' &&
        count('.combobox-option') > 3,
      // What stands in its tab can be pressed.
      panel: () => count('[role=tabpanel] :is(button, a, input)') > 0,
      body: () => count('body') > 0,
    }[wanted];
    while (document.readyState === 'loading' || !isReady())
      await new Promise(requestAnimationFrame);
    const interactive = performance.now();
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
    while (!paint()) await new Promise(requestAnimationFrame);
    return { painted: paint()?.startTime ?? 0, interactive };
  }, ready);
}

const hasBoards = (page: Page) =>
  page.evaluate(async () => {
    const { session } = (globalThis as never as Extension).chrome.storage;
    const { boards } = (await session.get('boards')) as { boards?: { complete?: boolean } };
    return boards?.complete === true;
  });

const tabOf = (page: Page, url: string) =>
  page.evaluate(async (wanted) => {
    const tabs = await (globalThis as never as Extension).chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);

const at = (values: number[], share: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0);
