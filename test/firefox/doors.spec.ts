import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { lookForTack, ownFiles, strangersAsks, tryToRunText } from '../both/doors.ts';
import { expect, test } from './fixtures.ts';
import { extensionUrl, GECKO_ID, OTHER_ID, otherUrl } from './harness/firefox.ts';
import { openView } from './harness/open-view.ts';

interface Area {
  get(keys: null): Promise<object>;
}

interface Port {
  onDisconnect: { addListener(listener: (port: { error: unknown }) => void): void };
  onMessage: { addListener(listener: () => void): void };
}

declare const browser: {
  storage: Record<'local' | 'session' | 'sync', Area>;
  runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string): Port;
    getBackgroundPage(): Promise<typeof globalThis>;
  };
};

/** Another extension in the same browser; what it does is told to its page by the test. */
async function makeOther(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-other-'));
  const manifest = {
    manifest_version: 3,
    name: 'Another extension',
    version: '1',
    browser_specific_settings: { gecko: { id: OTHER_ID } },
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>Another</title>');
  return folder;
}

// D11, A12, P02
test(
  'a page gets nothing of Tack in Firefox, its own pages run no text, and no token is where pages could read it',
  { tag: '@always' },
  async ({ connected: person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const urls = ownFiles.map(extensionUrl);
    const seen = await page.run(
      (all) => Promise.all(all.map((url) => fetch(url).then(String, () => 'refused'))),
      urls,
    );
    expect(new Set(seen)).toEqual(new Set(['refused']));

    const settings = await person.settings();
    const tried = await settings.run(tryToRunText, pinterest.pages.recipe);
    expect(new Set(tried)).toEqual(new Set(['refused']));
    const inBackground = await settings.run(async (address) => {
      const background = await browser.runtime.getBackgroundPage();
      const attempt = async (run: () => unknown) => {
        try {
          await run();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      return Promise.all([
        attempt(() => background.eval('1')),
        attempt(() => new background.Function('return 1')()),
        attempt(() => background.fetch(address)),
        attempt(() => background.fetch(address, { mode: 'no-cors' })),
        attempt(() => background.fetch('data:text/plain,a')),
      ]);
    }, pinterest.pages.recipe);
    expect(new Set(inBackground)).toEqual(new Set(['refused']));

    const kept = await settings.run(async () => {
      const { local, session, sync } = browser.storage;
      const areas = await Promise.all([local, session, sync].map((area) => area.get(null)));
      return JSON.stringify(areas) + document.documentElement.outerHTML;
    }, null);
    const tokens = pinterest.ledger.tokens().map(({ value }) => value);
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(kept.includes(token)).toBe(false);
  },
);

// S05, P06
test(
  'another extension gets nothing of Tack in Firefox',
  { tag: '@always' },
  async ({ connected: person, firefox, pinterest }) => {
    const folder = await makeOther();
    const before = pinterest.ledger.requests('user_account/get');
    try {
      await firefox.install(folder);
      const other = await openView(firefox.bidi, otherUrl('page.html'));
      const told = await other.run(
        async ({ id, messages, urls }) => {
          const refused = () => 'refused';
          const answers = messages.map((message) =>
            // Nobody listens: Firefox says so by an error, or by nothing at all.
            browser.runtime
              .sendMessage(id, message)
              .then((answer) => (answer === undefined ? 'refused' : 'answered'), refused),
          );
          const port = browser.runtime.connect(id);
          const end = new Promise((resolve) => {
            port.onMessage.addListener(() => resolve('answered'));
            port.onDisconnect.addListener(({ error }) => resolve(error ? 'refused' : 'closed'));
          });
          const reads = urls.map((url) => fetch(url).then(String, refused));
          return Promise.all([...answers, end, ...reads]);
        },
        { id: GECKO_ID, messages: strangersAsks, urls: ownFiles.map(extensionUrl) },
      );
      expect(told).toHaveLength(strangersAsks.length + 1 + ownFiles.length);
      expect(new Set(told)).toEqual(new Set(['refused']));
      expect(pinterest.ledger.requests('user_account/get')).toBe(before);
      expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
      await other.close();
    } finally {
      await firefox.uninstall(OTHER_ID).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    }
    // What it asked has changed nothing.
    await person.visit(pinterest.pages.recipe);
    await (await person.openPopup()).says('@linda_kitchen');
  },
);

// P06
test('a page that looks for Tack in Firefox before the person’s gesture finds what it finds of an extension that is not there', async ({
  person,
  pinterest,
}) => {
  const page = await person.visit(pinterest.pages.recipe);
  const files = [...ownFiles, 'no-such-file.js'];

  const found = await page.run(lookForTack, files.map(extensionUrl));

  expect(found).toEqual(await page.run(lookForTack, files.map(otherUrl)));
  expect(found).toMatchObject({ globals: [], elements: 0, sheets: 0, runtime: 'undefined' });
  expect(found.answers).toHaveLength(files.length);
  expect(new Set(found.answers).size).toBe(1);
});
