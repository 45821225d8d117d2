import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Where a Chromium is on this machine, and which commands there are. Plain JavaScript, because set-up reads it before
 * anything is installed; browser.d.mts has its types.
 */

const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Gives the full path of a command on the PATH, or undefined. */
export function findCommand(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find(isRunnable);
}

// Chromium first: Chrome and Edge of 2025 and later ignore --load-extension, so they need one step more.
const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const linuxCommands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const windowsPrograms = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

function installedBrowsers() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      macApps.map((app) => path.join(folder, `${app}.app`, 'Contents/MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86 } = process.env;
    return [LOCALAPPDATA, PROGRAMFILES, programFilesX86]
      .filter(Boolean)
      .flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program)));
  }
  return linuxCommands.map(findCommand).filter(Boolean);
}

/** Ubuntu's chromium packages are scripts that ask for a snap; such a script is no browser. */
const isSnapStub = (file) => {
  try {
    return /snap (install|run)|\/snap\/bin/.test(readFileSync(file, 'utf8').slice(0, 4000));
  } catch {
    return false;
  }
};

const cacheFolder = () =>
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  {
    darwin: path.join(os.homedir(), 'Library/Caches/ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }[process.platform] ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'ms-playwright');

const downloadedNames = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

function downloadedBrowsers() {
  try {
    return readdirSync(cacheFolder())
      .filter((name) => /^chromium-\d+$/.test(name))
      .toSorted()
      .toReversed()
      .flatMap((name) => downloadedNames.map((file) => path.join(cacheFolder(), name, file)));
  } catch {
    return [];
  }
}

/** Gives the path of the Chromium to use: CHROME_PATH, an installed one, or the one that Playwright downloaded. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return isRunnable(chosen) ? chosen : undefined;
  return [...installedBrowsers(), ...downloadedBrowsers()].find(
    (file) => isRunnable(file) && !isSnapStub(file),
  );
}

/** Says whether real menus and shortcuts can be driven: they need a display of our own and a hand on its keyboard. */
export function hasHands() {
  return ['Xvfb', 'openbox', 'xdotool'].every(findCommand);
}
