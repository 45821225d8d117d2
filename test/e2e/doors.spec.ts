import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect, test } from './fixtures.ts';
import { EXTENSION_ID } from './harness/browser.ts';
import { Person } from './harness/person.ts';

interface Port {
  onDisconnect: { addListener(listener: () => void): void };
  onMessage: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

interface OtherApi {
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

const asks = [
  { type: 'account/get', ask: {} },
  { type: 'account/disconnect', ask: { accountId: '1' } },
  { type: 'outbox/wake', ask: {} },
  { type: 'toast/state', ask: { nonce: 'x' } },
  { type: 'hover/pin', ask: {} },
  { to: 'offscreen', type: 'upload/start', jobId: 'x' },
];

// P02, P06, S05
test('another extension and a page get nothing of Tack, and its own pages run no text', async ({
  lane,
  signedIn,
  pinterest,
}) => {
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
      { id: EXTENSION_ID, messages: asks },
    );
    expect(new Set(told)).toEqual(new Set(['refused']));

    const seen = await page.evaluate(async (id) => {
      const urls = ['popup.html', 'capture.js', 'icon/48.png', 'manifest.json'];
      const gets = urls.map((url) =>
        fetch(`chrome-extension://${id}/${url}`).then(String, () => 'refused'),
      );
      const image = new Promise((resolve) => {
        const picture = Object.assign(new Image(), { src: `chrome-extension://${id}/icon/48.png` });
        picture.addEventListener('load', () => resolve('loaded'));
        picture.addEventListener('error', () => resolve('refused'));
      });
      return Promise.all([...gets, image]);
    }, EXTENSION_ID);
    expect(new Set(seen)).toEqual(new Set(['refused']));

    const settings = await person.openExtensionPage('options.html');
    const tried = await settings.evaluate(async (address) => {
      await new Promise((resolve) => setTimeout(resolve, 0)); // what a debugger asks at once may make code of text
      const attempt = async (run: () => unknown) => {
        try {
          await run();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const script = document.createElement('script');
      return Promise.all([
        // oxlint-disable-next-line no-eval -- it is to be refused
        attempt(() => globalThis.eval('1')),
        // oxlint-disable-next-line no-implied-eval -- as above
        attempt(() => new Function('return 1')()),
        attempt(() => (document.body.innerHTML = '<p>text</p>')),
        attempt(() => (script.text = 'window.ran = true')),
        attempt(() => (script.src = 'https://evil.test/a.js')),
        attempt(() => fetch(address)),
        attempt(() => fetch(address, { mode: 'no-cors' })),
        attempt(() => fetch('data:text/plain,a')),
      ]);
    }, pinterest.pages.recipe);
    expect(new Set(tried)).toEqual(new Set(['refused']));

    expect(pinterest.ledger.requests('user_account/get')).toBe(before);
    expect(pinterest.ledger.pins({ seeded: false })).toEqual([]);
  } finally {
    await person.leave().catch(() => undefined);
    for (const folder of [profileDir, other])
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
