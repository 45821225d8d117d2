import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { lookForTack, ownFiles, strangersAsks, tryToRunText } from '../both/doors.ts';
import { expect, test } from './fixtures.ts';
import { EXTENSION_ID } from './harness/browser.ts';
import { Person } from './harness/person.ts';

interface Port {
  onDisconnect: { addListener(listener: () => void): void };
  onMessage: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

interface OtherApi {
  extension: { isAllowedIncognitoAccess(): Promise<boolean> };
  runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string): Port;
    lastError?: unknown;
  };
}

const makeFolder = (name: string) => mkdtemp(path.join(os.tmpdir(), `tack-${name}-`));

/** Another extension in the same browser; what it does is told to it by the test. */
async function makeOther(): Promise<string> {
  const folder = await makeFolder('other');
  const manifest = {
    manifest_version: 3,
    name: 'Another extension',
    version: '1',
    background: { service_worker: 'background.js' },
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'background.js'), 'self.isThere = true;');
  return folder;
}

// P02, P05, S05
test(
  'another extension and a page get nothing of Tack, and its own pages run no text',
  { tag: '@always' },
  async ({ lane, signedIn, pinterest }) => {
    const [profileDir, other] = await Promise.all([makeFolder('profile'), makeOther()]);
    await cp(signedIn.profileDir, profileDir, { recursive: true });
    signedIn.restoreTokens();
    const extensionDir = `${lane.extensionDir},${other}`;
    const person = await Person.return({ extensionDir, profileDir });
    try {
      const page = await person.visit(pinterest.pages.recipe);
      const before = pinterest.ledger.requests('user_account/get');

      const isOther = (worker: { url(): string }) => !worker.url().includes(EXTENSION_ID);
      const worker =
        person.context.serviceWorkers().find(isOther) ??
        (await person.context.waitForEvent('serviceworker', { predicate: isOther }));
      const told = await worker.evaluate(
        async ({ id, messages }) => {
          const { runtime } = (globalThis as unknown as { chrome: OtherApi }).chrome;
          const answers = await Promise.all(
            messages.map((message) => runtime.sendMessage(id, message).catch(() => 'refused')),
          );
          const port = runtime.connect(id);
          const end = await new Promise((resolve) => {
            port.onMessage.addListener(() => resolve('answered'));
            port.onDisconnect.addListener(() => resolve(runtime.lastError ? 'refused' : 'closed'));
          });
          const read = await fetch(`chrome-extension://${id}/manifest.json`).catch(() => 'refused');
          return [...answers, end, read];
        },
        { id: EXTENSION_ID, messages: strangersAsks },
      );
      expect(new Set(told)).toEqual(new Set(['refused']));

      const seen = await page.evaluate(
        async (urls) => {
          const gets = urls.map((url) => fetch(url).then(String, () => 'refused'));
          const image = new Promise((resolve) => {
            const picture = Object.assign(new Image(), {
              src: urls.find((url) => url.endsWith('png')),
            });
            picture.addEventListener('load', () => resolve('loaded'));
            picture.addEventListener('error', () => resolve('refused'));
          });
          return Promise.all([...gets, image]);
        },
        ownFiles.map((name) => `chrome-extension://${EXTENSION_ID}/${name}`),
      );
      expect(new Set(seen)).toEqual(new Set(['refused']));

      const settings = await person.openExtensionPage('options.html');
      const mayBePrivate = await settings.evaluate(() =>
        (globalThis as unknown as { chrome: OtherApi }).chrome.extension.isAllowedIncognitoAccess(),
      );
      expect(mayBePrivate).toBe(false);
      const own = person.context.serviceWorkers().find((each) => !isOther(each));
      if (!own) throw new Error('Tack’s worker is not there.');
      const inWorker = await own.evaluate(tryToRunText, pinterest.pages.recipe);
      expect(inWorker).toHaveLength(5);
      expect(new Set(inWorker)).toEqual(new Set(['refused']));
      const tried = await settings.evaluate(tryToRunText, pinterest.pages.recipe);
      // Trusted Types, which Firefox 140 has not.
      const typed = await settings.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 0)); // as in tryToRunText
        const script = document.createElement('script');
        const attempt = (run: () => unknown) => {
          try {
            run();
            return 'done';
          } catch {
            return 'refused';
          }
        };
        return [
          attempt(() => (document.body.innerHTML = '<p>text</p>')),
          attempt(() => (script.text = 'window.ran = true')),
          attempt(() => (script.src = 'https://evil.test/a.js')),
        ];
      });
      expect(new Set(typed)).toEqual(new Set(['refused']));
      expect(new Set(tried)).toEqual(new Set(['refused']));

      expect(pinterest.ledger.requests('user_account/get')).toBe(before);
      expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
    } finally {
      await person.leave().catch(() => undefined);
      for (const folder of [profileDir, other])
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);

// P06
test(
  'a page that looks for Tack before the person’s gesture finds what it finds of an extension that is not there',
  { tag: '@always' },
  async ({ person, pinterest }) => {
    const page = await person.visit(pinterest.pages.recipe);
    const nobody = 'a'.repeat(EXTENSION_ID.length);
    const addresses = (id: string) =>
      [...ownFiles, 'no-such-file.js'].map((name) => `chrome-extension://${id}/${name}`);

    const found = await page.evaluate(lookForTack, addresses(EXTENSION_ID));

    expect(found).toEqual(await page.evaluate(lookForTack, addresses(nobody)));
    expect(found).toMatchObject({ globals: [], elements: 0, sheets: 0, runtime: 'undefined' });
    expect(found.answers).toHaveLength(ownFiles.length + 1);
    expect(new Set(found.answers).size).toBe(1);
  },
);
