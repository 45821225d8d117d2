import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { scopes } from '../chaos/settle.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import { extensionUrl, Firefox, OTHER_ID, otherUrl } from '../firefox/harness/firefox.ts';
import { openTab } from '../firefox/harness/open-view.ts';
import { Person } from '../firefox/harness/person.ts';
import type { Tab } from '../firefox/harness/tab.ts';
import { startPinterest } from '../pinterest/server.ts';
import type { Figure } from './capture.ts';
import { writeEmpty } from './empty.ts';

const OPENINGS = 15;
const BOARDS = 10_000;
/** Two accounts share what the local Pinterest has, of which the other one takes twelve; six of a hundred are secret. */
const MADE = Math.ceil(BOARDS / 0.94) + 12;

declare const browser: {
  tabs: { query(filter: { index: number }): Promise<{ id: number }[]> };
  storage: { session: { get(key: string): Promise<{ boards?: { complete?: boolean } }> } };
};

/** How long popup and sidebar take in Firefox with ten thousand boards, beside the page of an extension that does nothing. */
export async function benchFirefox(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-bench-firefox-'));
  const pinterest = await startPinterest({ port: 0, boards: MADE, pins: 20 });
  const firefox = await Firefox.start(path.join(folder, 'profile'));
  try {
    const { port, app } = pinterest;
    const outDir = '.output/bench-firefox';
    const person = new Person(firefox);
    await person.arrive(await buildFor({ port, app, outDir, browser: 'firefox' }));
    await firefox.install(await writeEmpty(folder, ofFirefox));
    await person.connectWith(pinterest.signIn(scopes).access.value);
    await person.visit(pinterest.pages.recipe);
    await (await person.openPopup()).see({ role: 'combobox', name: 'Board' }); // begins the draft, and reads the boards
    await person.window.tidy();
    const settings = await person.settings();
    const areRead = async () =>
      (await settings.run(hasBoards, null)) ? settings.run(firstTab, null) : undefined;
    const tabId = await waitFor(areRead, { for: 'all boards', timeoutMs: 240_000 });
    await settings.close();
    return await timeViews(await openTab(firefox.bidi), [
      { name: 'floor page', url: otherUrl('popup.html'), ready: 'body' },
      {
        name: 'popup',
        url: extensionUrl(`popup.html?tab=${tabId}`),
        ready: '[role=combobox]:focus',
      },
      {
        name: 'sidebar',
        url: extensionUrl('sidepanel.html'),
        ready: '[role=tabpanel] :is(button, a, input)',
      },
    ]);
  } finally {
    await firefox.kill();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in a view of Tack. */
async function firstTab(): Promise<number | undefined> {
  return (await browser.tabs.query({ index: 0 }))[0]?.id;
}

/** Runs in a view of Tack. */
async function hasBoards(): Promise<boolean> {
  return (await browser.storage.session.get('boards')).boards?.complete === true;
}

/** What Firefox has in the place of a worker: a page, which runs the same. */
const ofFirefox = {
  background: { scripts: ['worker.js'] },
  browser_specific_settings: { gecko: { id: OTHER_ID } },
};

interface View {
  name: string;
  url: string;
  /** What is there once it can be used. */
  ready: string;
}

/** One opening: ms from the beginning of the page's document. */
interface Opening {
  painted: number;
  interactive: number;
}

/** In turns, so that all have the same machine; a first round, which fills caches, is not counted. */
async function timeViews(tab: Tab, views: readonly View[]): Promise<Figure[]> {
  await tab.show();
  const taken = new Map(views.map(({ name }) => [name, [] as Opening[]]));
  for (let round = -1; round < OPENINGS; round += 1) {
    for (const view of views) {
      const opening = await open(tab, view);
      if (round >= 0) taken.get(view.name)?.push(opening);
    }
  }
  const floor = taken.get(views[0]?.name ?? '') ?? [];
  return [...taken].flatMap(([name, all]) =>
    (['painted', 'interactive'] as const).flatMap((what) => {
      const value = at(all, what, 0.5);
      const named = (more: string) => `Firefox ${name} ${what}${more}, ${BOARDS} boards`;
      const figure: Figure = { name: named(''), value, p95: at(all, what, 0.95), unit: 'ms' };
      const ratio = Math.round((value / at(floor, what, 0.5)) * 10) / 10;
      return all === floor
        ? [figure]
        : [figure, { name: named(' over floor'), value: ratio, unit: '×' }];
    }),
  );
}

async function open(tab: Tab, { url, ready }: View): Promise<Opening> {
  await tab.go('about:blank');
  await new Promise((resolve) => setTimeout(resolve, 300)); // what the one before left comes to rest
  await tab.go(url);
  // Until its document is there, nobody answers.
  const ask = () => tab.run(whenReady, { url, ready }).catch(() => undefined);
  return waitFor(async () => (await ask()) ?? undefined, { for: url });
}

/** Runs in the page. */
async function whenReady({ url, ready }: { url: string; ready: string }): Promise<Opening | null> {
  if (location.href !== url) return null;
  const frame = () => new Promise(requestAnimationFrame);
  while (document.readyState === 'loading' || !document.querySelector(ready)) await frame();
  const interactive = performance.now();
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
  while (!paint()) await frame();
  return { painted: paint()?.startTime ?? 0, interactive };
}

const at = (all: readonly Opening[], what: keyof Opening, share: number) =>
  Math.round(
    all.map((one) => one[what]).toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ??
      0,
  );
