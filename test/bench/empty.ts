import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { EXTENSION_ID, type ExtensionBrowser } from '../e2e/harness/browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';

/** An extension to hold Tack against: its id in this browser, and its popup's path. */
export interface Peer {
  name: string;
  id: string;
  popup: string;
}

const page =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><script src="page.js"></script><p>Empty';
const worker = 'chrome.runtime.onMessage.addListener((_, __, answer) => answer(true));';

/**
 * Writes an extension that does nothing: the floor of what any costs. Gives its folder.
 * @param of what its manifest has in a browser that takes no worker
 */
export async function writeEmpty(folder: string, of: object = {}): Promise<string> {
  const dir = path.join(folder, 'empty');
  await mkdir(dir, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    permissions: ['storage'],
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'worker.js' },
    ...of,
  };
  await writeFile(path.join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(dir, 'popup.html'), page);
  await writeFile(path.join(dir, 'page.js'), 'document.title = chrome.runtime.id;');
  await writeFile(path.join(dir, 'worker.js'), worker);
  return dir;
}

/** Finds an extension that was loaded from a folder, by the script of its worker. */
export async function findPeer(
  { cdp }: ExtensionBrowser,
  name: string,
  dir: string,
): Promise<Peer> {
  const manifest = JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
    background?: { service_worker?: string };
  };
  const script = manifest.background?.service_worker ?? '';
  const id = await waitFor(
    async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      const pattern = new RegExp(`^chrome-extension://([a-p]{32})/${RegExp.escape(script)}$`);
      const found = targetInfos.flatMap(({ url }) => pattern.exec(url)?.[1] ?? []);
      return found.find((each) => each !== EXTENSION_ID);
    },
    { for: `${name} to start` },
  );
  return { name, id, popup: manifest.action?.default_popup ?? '' };
}
