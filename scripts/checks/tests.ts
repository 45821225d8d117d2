import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { root, run } from '../run.ts';
import type { Check } from './check.ts';

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

const e2e: Check = {
  name: 'e2e',
  async run(options) {
    const file = await freshReport('e2e.json');
    const result = await run('playwright', ['test', '--reporter=list,json'], {
      ...options,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    const report = await readReport<{
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    }>('e2e.json');
    const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
    const failed = result.ok ? 0 : Math.max(1, unexpected);
    const extra = [flaky && `${flaky} flaky`, skipped && `${skipped} skipped`].filter(Boolean);
    const note = [`${expected + flaky} tests`, ...extra].join(', ');
    return { ...result, passed: expected + flaky, failed, note };
  },
};

export { e2e, unit };
