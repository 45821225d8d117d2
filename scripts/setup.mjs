import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { findBrowser, findCommand, hasHands } from './browser.mjs';

/**
 * Installs what is missing and says in one line what it did. Runs before every other command with whatever Node there
 * is (20 or newer) and no package; when nothing is missing it takes a fraction of a second.
 */

process.chdir(path.join(import.meta.dirname, '..'));

const did = [];
const without = [];

function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    ...options,
  });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

function stop(reason, output = '') {
  console.error(`${output}\nset-up: ${reason}`.trim());
  process.exit(1);
}

const lockedPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** A package of another platform stands in the lock file but not in the folder, so an optional one may be absent. */
function arePackagesInstalled() {
  const wanted = lockedPackages('package-lock.json');
  const present = lockedPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true;
    return present[folder] ? present[folder].version === version : Boolean(optional);
  });
}

function installPackages() {
  if (arePackagesInstalled()) return;
  console.log('set-up: installing npm packages…');
  const { ok, output } = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (!ok) stop('npm ci failed; its words are above.', output);
  did.push('installed npm packages');
}

const nodeName = process.platform === 'win32' ? 'node.exe' : 'node';
const bundledNode = path.resolve('node_modules/.bin', nodeName);

/** The other scripts are TypeScript that Node reads as it is, which Node does from 22.18 on. */
function checkNode() {
  if (existsSync(bundledNode)) return bundledNode;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stop(
    `Node ${process.versions.node} is too old here. Install Node 24 (nodejs.org), then run this again.`,
  );
}

const isRoot = process.getuid?.() === 0;
const isDebian = isRoot && existsSync('/etc/debian_version') && Boolean(findCommand('apt-get'));

function installDebian(packages) {
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`set-up: installing ${packages.join(', ')}…`);
  let result = install();
  if (!result.ok) {
    run('apt-get', ['update']);
    result = install();
  }
  return result.ok;
}

const isFontMissing = () => !existsSync('/var/lib/dpkg/info/fonts-inter.list');

/** A display, a window manager and a hand on the keyboard; without them real menus cannot be opened. */
function installHands() {
  const missing = [
    ...['Xvfb', 'openbox', 'xdotool'].filter((name) => !findCommand(name)),
    ...(findCommand('xdpyinfo') ? [] : ['x11-utils']),
    ...(isFontMissing() ? ['fonts-inter'] : []),
  ].map((name) => (name === 'Xvfb' ? 'xvfb' : name));
  if (missing.length > 0 && isDebian && installDebian(missing)) {
    did.push(`installed ${missing.join(', ')}`);
  }
  if (!hasHands()) {
    without.push(
      'Xvfb, openbox and xdotool are not here: tests and tour use the toolbar button, and the real context menu is skipped',
    );
  }
}

/** Makes the videos of the tests. */
function installVideos() {
  if (findCommand('ffmpeg')) return;
  if (isDebian && installDebian(['ffmpeg'])) did.push('installed ffmpeg');
  else without.push('ffmpeg is not here: tests of videos are skipped');
}

/** A gateway that speaks S3, for `npm run test:s3` alone: it is large. */
function installGateway() {
  const missing = ['radosgw', 'ceph-mon', 'ceph-osd'].filter((name) => !findCommand(name));
  if (missing.length === 0) return;
  if (isDebian && installDebian(missing)) did.push(`installed ${missing.join(', ')}`);
  else without.push(`${missing.join(', ')} are not here: uploads are tried on no other S3`);
}

/** The other browser that Tack is for; without it its flows are not run. */
function installFirefox() {
  if (findCommand('firefox-esr') ?? findCommand('firefox')) return;
  if (isDebian && installDebian(['firefox-esr'])) did.push('installed Firefox');
  else
    without.push(
      'Firefox is not here: `npm test` fails without it, unless TACK_WITHOUT=firefox says that this is known',
    );
}

const doesStart = (browser) => Boolean(browser) && run(browser, ['--version']).ok;

function installBrowser(node) {
  if (findBrowser()) return;
  if (process.env.CHROME_PATH)
    stop(`CHROME_PATH is ${process.env.CHROME_PATH}, and no browser is there.`);
  if (isDebian && installDebian(['chromium']) && doesStart(findBrowser())) {
    did.push('installed Chromium');
    return;
  }
  console.log('set-up: downloading Chromium…');
  const { ok, output } = run(node, [
    'node_modules/@playwright/test/cli.js',
    'install',
    ...(isDebian ? ['--with-deps'] : []),
    'chromium',
  ]);
  if (!ok || !findBrowser()) {
    stop(
      'no Chromium could be installed. Install one, or set CHROME_PATH, then run this again.',
      output,
    );
  }
  did.push('downloaded Chromium');
}

function prepareTypes(node) {
  if (existsSync('.wxt/wxt.d.ts')) return;
  const { ok, output } = run(node, ['node_modules/wxt/bin/wxt.mjs', 'prepare']);
  if (!ok) stop('wxt prepare failed; its words are above.', output);
  did.push('prepared types');
}

/** Starting Tack needs no second browser. */
const isForFirefox = ['test', 'test:firefox'].includes(process.env.npm_lifecycle_event);

const started = performance.now();
installPackages();
const node = checkNode();
installBrowser(node);
installHands();
installVideos();
if (process.argv.includes('s3')) installGateway();
if (isForFirefox) installFirefox();
prepareTypes(node);

const seconds = ((performance.now() - started) / 1000).toFixed(1);
const summary = did.length > 0 ? `${did.join(', ')} (${seconds} s)` : 'nothing was missing';
console.log(`set-up: ${[summary, ...without].join('. ')}.`);
