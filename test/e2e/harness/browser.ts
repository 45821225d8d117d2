import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';

import { findBrowser } from '../../../scripts/browser.mjs';
import type { Display } from './display.ts';
import { netLogSwitches } from './net-log.ts';
import { waitFor } from './wait.ts';

/** The id that the manifest's `key` fixes. */
export const EXTENSION_ID = 'hfgmkjabpncfjndncahbclkibpphmaol';

export interface LaunchOptions {
  /** Folder of the built extension. */
  extensionDir: string;
  /** The browser's profile; the same folder again is the same person's browser, also after it was killed. */
  profileDir: string;
  /** Where its windows stand; without one it runs headless, and has no real menus. */
  display?: Display | undefined;
  /** Shows its windows on the person's own screen. */
  onScreen?: boolean;
  colorScheme?: 'light' | 'dark';
  /** The language of its own texts, e.g. `ar`; English by default. */
  language?: string | undefined;
  /** Addresses in the browser's own notation, e.g. `MAP cdn.localhost 127.0.0.1`. */
  hostResolverRules?: string;
}

/** A real browser with the extension in it. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** A session with the browser itself: targets, extensions, processes. */
  cdp: CDPSession;
  /** Port of the debugger, for a second client: only such a one sees popups and side panels. */
  debugPort: number;
  /** Process id of the browser. */
  pid: number;
  display: Display | undefined;
  extensionDir: string;
  profileDir: string;
  close: () => Promise<void>;
  /** Ends the browser as a crash would: SIGKILL, nothing is written after it. */
  kill: () => Promise<void>;
}

/** Gives a port that is free at the moment. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

const switches = [
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--enable-unsafe-extension-debugging',
  '--force-color-profile=srgb',
];

async function browserProcess(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser did not name its own process.');
  return browser.id;
}

const isLoaded = async (cdp: CDPSession) => {
  const { targetInfos } = await cdp.send('Target.getTargets');
  return targetInfos.some(({ url }) => url.startsWith(`chrome-extension://${EXTENSION_ID}/`));
};

/** Chrome and Edge leave out --load-extension; their debugger takes the extension instead. */
async function ensureLoaded(cdp: CDPSession, extensionDir: string) {
  const loaded = () => isLoaded(cdp).then((is) => is || undefined);
  try {
    await waitFor(loaded, { for: 'the extension to load', timeoutMs: 30_000 });
  } catch {
    await cdp.send('Extensions.loadUnpacked' as never, { path: extensionDir } as never);
    await waitFor(loaded, { for: 'the extension to load by the debugger', timeoutMs: 30_000 });
  }
}

function isRunning(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function killBrowser(context: BrowserContext, pid: number) {
  if (!isRunning(pid)) return; // Chromium ended by itself
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await closed;
  await waitFor(() => (isRunning(pid) ? undefined : true), { for: 'the browser to be gone' });
}

/** Starts a browser with the extension loaded and gives it once its background is up. */
export async function launchBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { extensionDir, profileDir, display, onScreen = false, colorScheme = 'light' } = options;
  const { language = 'en-US' } = options;
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no Chromium; run npm start once.');
  const debugPort = await freePort();
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: !display && !onScreen,
    viewport: null,
    // Where the two switches below are unknown (Chrome, Edge), this one would keep every extension out.
    ignoreDefaultArgs: ['--disable-extensions'],
    colorScheme,
    // Linux asks the environment for the language, other systems the switch.
    env: { ...process.env, LANGUAGE: language, ...(display ? { DISPLAY: display.name } : {}) },
    args: [
      ...switches,
      `--lang=${language}`,
      ...netLogSwitches(debugPort),
      '--window-size=1280,900',
      '--window-position=0,0',
      `--remote-debugging-port=${debugPort}`,
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      ...(options.hostResolverRules ? [`--host-resolver-rules=${options.hostResolverRules}`] : []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser closed while it started.');
  const cdp = await browser.newBrowserCDPSession();
  await ensureLoaded(cdp, extensionDir);
  const pid = await browserProcess(cdp);
  return {
    context,
    cdp,
    debugPort,
    pid,
    display,
    extensionDir,
    profileDir,
    close: () => context.close(),
    kill: () => killBrowser(context, pid),
  };
}
