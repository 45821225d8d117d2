import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { findCommand } from '../../../scripts/browser.mjs';
import type { Egress } from '../../e2e/harness/net-log.ts';
import { waitFor } from '../../e2e/harness/wait.ts';
import { Bidi } from './bidi.ts';
import { ConsoleLog } from './console.ts';
import { egressOf, hearRequests, strangersIn, takeRequests } from './egress.ts';
import { Marionette } from './marionette.ts';

/** The id in the manifest, and the address that a preference fixes for it. */
export const GECKO_ID = '{5d0f3c1e-8a52-4c7e-9a3b-2f6a7c1d9e40}';
const UUID = '11111111-2222-4333-8444-555555555555';

export const extensionUrl = (name: string) => `moz-extension://${UUID}/${name}`;

/** An extension of a test that is not Tack. */
export const OTHER_ID = 'other@extension.test';
const OTHER_UUID = '22222222-2222-4333-8444-555555555555';

export const otherUrl = (name: string) => `moz-extension://${OTHER_UUID}/${name}`;

export type Preferences = Readonly<Record<string, string | number | boolean>>;

/** What every Firefox of the tests is told: it asks for no first-run page and calls nobody. */
export const quiet: Preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID, [OTHER_ID]: OTHER_UUID }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'marionette.port': 0,
  'devtools.console.stdout.content': true,
  'ui.popup.disable_autohide': false,
};

export const findFirefox = () => findCommand('firefox-esr') ?? findCommand('firefox');

/** Writes what a profile is to prefer. */
export async function prefer(profileDir: string, preferences: Preferences): Promise<void> {
  await mkdir(profileDir, { recursive: true });
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profileDir, 'user.js'), lines.join('\n'));
}

/**
 * A real Firefox, reached in two ways at once: pages by WebDriver BiDi, its own window by Marionette. Both are one session
 * (docs/decisions/0018-firefox-driven.md).
 */
export class Firefox {
  readonly bidi: Bidi;
  readonly chrome: Marionette;
  /** Where it puts what is saved. */
  readonly downloadsDir: string;
  /** Of Tack's background too, which no driver hears. */
  readonly console: ConsoleLog;
  readonly #process: ChildProcess;

  private constructor(
    child: ChildProcess,
    { downloadsDir, log }: { downloadsDir: string; log: ConsoleLog },
    chrome: Marionette,
    bidi: Bidi,
  ) {
    this.#process = child;
    this.downloadsDir = downloadsDir;
    this.console = log;
    this.chrome = chrome;
    this.bidi = bidi;
  }

  /** Starts it headless with a profile of its own. */
  static async start(profileDir: string, preferences: Preferences = {}): Promise<Firefox> {
    const command = findFirefox();
    if (!command) throw new Error('There is no Firefox here.');
    const downloadsDir = path.join(profileDir, 'downloads');
    await mkdir(downloadsDir, { recursive: true });
    const downloads = {
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsDir,
      'browser.download.alwaysOpenPanel': false, // what shows a file that was saved takes the keys
    };
    await prefer(profileDir, { ...quiet, ...downloads, ...preferences });
    const remote = ['--marionette', '--remote-debugging-port', '0', '--remote-allow-system-access'];
    const args = ['--headless', '--no-remote', '--profile', profileDir, ...remote, 'about:blank'];
    const env = { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_HEADLESS_WIDTH: '1280' };
    const file = path.join(profileDir, 'MarionetteActivePort');
    await rm(file, { force: true }); // one that was killed leaves its own
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const log = new ConsoleLog(child.stdout);
    try {
      const readPort = async () =>
        Number(await readFile(file, 'utf8').catch(() => '0')) || undefined;
      const port = await waitFor(readPort, { for: 'Firefox to start', timeoutMs: 60_000 });
      const chrome = await Marionette.connect(port);
      const session = (await chrome.command('WebDriver:NewSession', { webSocketUrl: true })) as {
        capabilities: { webSocketUrl: string };
      };
      await chrome.command('Marionette:SetContext', { value: 'chrome' });
      await chrome.command('WebDriver:SetTimeouts', { script: 30_000 });
      return new Firefox(
        child,
        { downloadsDir, log },
        chrome,
        await Bidi.connect(session.capabilities.webSocketUrl),
      );
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Puts the extension in, as a guest that goes with the browser. */
  async install(extensionDir: string): Promise<void> {
    const extensionData = { type: 'path', path: extensionDir };
    await this.bidi.command('webExtension.install', { extensionData });
  }

  /** Takes an extension out, Tack where no other is named, and with it all that it kept and was granted. */
  async uninstall(extension: string = GECKO_ID): Promise<void> {
    await this.bidi.command('webExtension.uninstall', { extension });
  }

  /** Turns Tack off, or on again, as the person does with Firefox's own switch. */
  async turnTack(isOn: boolean): Promise<void> {
    await this.chrome.run(
      async ({ id, on }) => {
        const file = 'resource://gre/modules/AddonManager.sys.mjs';
        const { AddonManager } = ChromeUtils.importESModule(file);
        const addon = await AddonManager.getAddonByID(id);
        await (on ? addon.enable() : addon.disable());
      },
      { id: GECKO_ID, on: isOn },
    );
  }

  /** Ends the process that extensions run in, as a crash does. */
  async crashExtensions(): Promise<void> {
    const pids = await this.chrome.run(async () => {
      const { children } = await ChromeUtils.requestProcInfo();
      return children.filter(({ type }) => type === 'extension').map(({ pid }) => pid);
    }, null);
    if (pids.length === 0) throw new Error('No process runs extensions.');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  }

  /** Has every request written down from now on (egress.ts). */
  hearRequests(): Promise<void> {
    return this.chrome.run(hearRequests, null);
  }

  /** Gives what was sent since the last time, and what of it nobody answered for. */
  async takeEgress(): Promise<{ rows: Egress[]; strangers: string[] }> {
    const rows = egressOf(await this.chrome.run(takeRequests, null), extensionUrl('').slice(0, -1));
    return { rows, strangers: strangersIn(rows) };
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGKILL');
    await ended;
    this.bidi.close();
    this.chrome.close();
  }
}
