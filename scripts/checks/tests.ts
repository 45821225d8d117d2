import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { findCommand } from '../browser.mjs';
import { root, run } from '../run.ts';
import type { Check, CheckResult } from './check.ts';

const reports = path.join(root, '.output/test');

async function readReport<Report>(name: string): Promise<Report | undefined> {
  const text = await readFile(path.join(reports, name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}

async function freshReport(name: string) {
  await mkdir(reports, { recursive: true });
  await rm(path.join(reports, name), { force: true });
  return path.join(reports, name);
}

const unit: Check = {
  name: 'unit',
  async run(options) {
    const file = await freshReport('unit.json');
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const result = await run('vitest', args, options);
    const report = await readReport<{ numPassedTests: number; numFailedTests: number }>(
      'unit.json',
    );
    const { numPassedTests: passed = 0, numFailedTests = 0 } = report ?? {};
    // A file that does not load has no test that could fail, yet the run did.
    const failed = result.ok ? 0 : Math.max(1, numFailedTests);
    return { ...result, passed, failed, note: `${passed} tests` };
  },
};

interface Suite {
  suites?: Suite[];
  specs: { title: string; tests: { status: string }[] }[];
}

interface Flows {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: Suite[];
}

/** The tests that only passed when they were tried again: each is a fault of the test or of Tack. */
const flakyOf = (suites: readonly Suite[]): string[] =>
  suites
    .flatMap(({ suites: inner = [], specs }) => [
      ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')),
      ...flakyOf(inner).map((title) => ({ title })),
    ])
    .map(({ title }) => title);

/** Runs flows in real browsers, by a configuration of Playwright's. */
async function runFlows(
  name: string,
  args: readonly string[],
  options: { signal: AbortSignal },
): Promise<CheckResult> {
  const file = await freshReport(`${name}.json`);
  const result = await run('playwright', ['test', '--reporter=list,json', ...args], {
    ...options,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = await readReport<Flows>(`${name}.json`);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  const failed = result.ok ? 0 : Math.max(1, unexpected);
  const unsteady = flakyOf(report?.suites ?? []).map((title) => `“${title}”`);
  const extra = [
    flaky && `${flaky} flaky: ${unsteady.join(', ')}`,
    skipped && `${skipped} skipped`,
  ].filter(Boolean);
  const note = [`${expected + flaky} tests`, ...extra].join(', ');
  return { ...result, passed: expected + flaky, failed, note };
}

/** Names the flows that fit into every run: each part of Tack has its main way among them, and each promise its attack. */
const ALWAYS = ['--grep', '@always'];

/** Of the flows in a real Chromium those of every run; all of them are `npm run test:chromium`. */
const e2e: Check = { name: 'e2e', run: (options) => runFlows('e2e', ALWAYS, options) };

/** Of the flows in a real Firefox those of every run; all of them are `npm run test:firefox`. */
const firefox: Check = {
  name: 'firefox',
  async run(options) {
    if (!findCommand('firefox-esr') && !findCommand('firefox')) {
      const note = 'not run: there is no Firefox here';
      const ok = process.env['TACK_WITHOUT'] === 'firefox';
      return { ok, output: 'TACK_WITHOUT=firefox says that this is known.', passed: 0, note };
    }
    const args = ['--config', 'playwright.firefox.config.ts', ...ALWAYS];
    return runFlows('firefox', args, options);
  },
};

export { e2e, firefox, unit };
