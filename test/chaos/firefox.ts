import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findCommand } from '../../scripts/browser.mjs';
import { withTimeout } from './time.ts';

/** The id in the manifest, and the address that a preference fixes for it. */
const GECKO_ID = '{5d0f3c1e-8a52-4c7e-9a3b-2f6a7c1d9e40}';
const UUID = '11111111-2222-4333-8444-555555555555';

/** What is kept though the extension is a guest that is installed anew at each start. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.active-protocols': 1,
  'toolkit.startup.max_resumed_crashes': -1,
};

export interface FirefoxOptions {
  extensionDir: string;
  profileDir: string;
}

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** A real Firefox with the extension in it, driven by WebDriver BiDi, which Firefox speaks itself. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  #view = '';

  private constructor(child: ChildProcess, socket: WebSocket) {
    this.#process = child;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id ?? -1)?.(answer);
    });
  }

  /** Starts it with a profile, puts the extension in, and opens a view of it. */
  static async start({ extensionDir, profileDir }: FirefoxOptions): Promise<Firefox> {
    const command = findCommand('firefox-esr') ?? findCommand('firefox');
    if (!command) throw new Error('There is no Firefox here.');
    await mkdir(profileDir, { recursive: true });
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(path.join(profileDir, 'user.js'), lines.join('\n'));
    const args = ['--headless', '--no-remote', '--profile', profileDir];
    const remote = ['--remote-debugging-port', '0', '--remote-allow-system-access', 'about:blank'];
    const env = { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' };
    const child = spawn(command, [...args, ...remote], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await withTimeout(addressOf(child), 60_000);
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const firefox = new Firefox(child, socket);
    await firefox.#command('session.new', { capabilities: {} });
    const extensionData = { type: 'path', path: extensionDir };
    await firefox.#command('webExtension.install', { extensionData });
    await firefox.openView();
    return firefox;
  }

  /** Opens the settings, to ask from there. */
  async openView(): Promise<void> {
    const { context } = await this.#command('browsingContext.create', { type: 'tab' });
    this.#view = String(context);
    const url = `moz-extension://${UUID}/options.html`;
    // Firefox never says that such a page has loaded.
    await this.#command('browsingContext.navigate', { context, url, wait: 'none' });
    for (let tries = 0; tries < 200; tries += 1) {
      const isThere = 'typeof browser !== "undefined" && document.readyState === "complete"';
      if (await this.evaluate<boolean>(isThere).catch(() => false)) return;
      await sleep(100);
    }
    throw new Error('The settings did not open.');
  }

  /** Runs an expression in the view, and gives what it comes to; it has to be what JSON has. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { type, result } = (await this.#command('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#view },
      awaitPromise: true,
    })) as { type: string; result?: { value: string } };
    if (type !== 'success' || !result) throw new Error(`Firefox did not run ${expression}`);
    return JSON.parse(result.value) as Value;
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
    this.#socket.close();
  }

  async #command(method: string, params: object): Promise<Record<string, unknown>> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, result, error, message } = await withTimeout(answer, 15_000);
    this.#waiting.delete(id);
    if (type === 'error') throw new Error(`${method}: ${error} ${message}`);
    return result;
  }
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
  });
}
