import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { unzipSync } from 'fflate';

import { EXTENSION_ID, launchBrowser } from '../test/e2e/harness/browser.ts';
import { waitFor } from '../test/e2e/harness/wait.ts';
import { extensionUrl, findFirefox, Firefox } from '../test/firefox/harness/firefox.ts';
import { openView } from '../test/firefox/harness/open-view.ts';
import { root } from './run.ts';

/**
 * `npm run release:try`: takes the zips that `npm run release` left apart, puts each into its browser as a store would, and
 * opens the popup and the settings once. What is not in the zip, or is not taken by the browser, shows here.
 */
const release = path.join(root, '.output/release');
const pages = ['popup.html', 'options.html'];

async function unpacked(browser: string, home: string): Promise<string> {
  const name = (await readdir(release)).find((each) => each.endsWith(`-${browser}.zip`));
  if (name === undefined) throw new Error('There is no release; npm run release makes one.');
  const folder = path.join(home, browser);
  for (const [file, bytes] of Object.entries(unzipSync(await readFile(path.join(release, name))))) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), bytes);
  }
  return folder;
}

/** A view that has drawn itself shows at least a control, and says it in words of a language, not by a message's name. */
const isDrawn = () =>
  document.querySelector('#app button, #app a, #app input') !== null &&
  !/__MSG_|undefined/.test(document.body.innerText);

const drawn = (ask: () => Promise<boolean>) =>
  waitFor(async () => (await ask()) || undefined, { for: 'a view', timeoutMs: 30_000 });

async function tryChrome(extensionDir: string, profileDir: string): Promise<string[]> {
  const browser = await launchBrowser({ extensionDir, profileDir });
  const faults: string[] = [];
  try {
    for (const name of pages) {
      const page = await browser.context.newPage();
      page.on('pageerror', (error) => faults.push(`chrome ${name}: ${error.message}`));
      page.on('requestfailed', (request) => faults.push(`chrome ${name}: no ${request.url()}`));
      await page.goto(`chrome-extension://${EXTENSION_ID}/${name}`);
      await drawn(() => page.evaluate(isDrawn)).catch(() =>
        faults.push(`chrome ${name}: nothing is drawn`),
      );
    }
  } finally {
    await browser.kill();
  }
  return faults;
}

async function tryFirefox(extensionDir: string, profileDir: string): Promise<string[]> {
  const firefox = await Firefox.start(profileDir);
  const faults: string[] = [];
  try {
    await firefox.install(extensionDir);
    for (const name of pages) {
      const tab = await openView(firefox.bidi, extensionUrl(name));
      await drawn(() => tab.run(isDrawn, null)).catch(() =>
        faults.push(`firefox ${name}: nothing is drawn`),
      );
    }
  } finally {
    await firefox.kill();
  }
  return faults;
}

const home = await mkdtemp(path.join(os.tmpdir(), 'tack-release-'));
const faults = await tryChrome(await unpacked('chrome', home), path.join(home, 'chrome-profile'));
if (findFirefox())
  faults.push(
    ...(await tryFirefox(await unpacked('firefox', home), path.join(home, 'firefox-profile'))),
  );
else faults.push('firefox: there is none here');
await rm(home, { recursive: true, force: true, maxRetries: 5 });
console.log(faults.join('\n') || `${pages.join(', ')} are drawn in both browsers`);
process.exitCode = faults.length > 0 ? 1 : 0;
