import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { root, run } from '../run.ts';
import { buildTargets } from '../targets.ts';
import { bundles } from './bundles.ts';
import type { Check } from './check.ts';
import { manifests } from './manifests.ts';
import { packageCheck } from './package.ts';

const build: Check = {
  name: 'build',
  async run(options) {
    const failed = await buildTargets(options);
    return failed ?? { ok: true, output: '', note: 'chrome, firefox' };
  },
};

interface SizeRow {
  name: string;
  passed?: boolean;
  size?: number;
}

const sizes: Check = {
  name: 'sizes',
  async run(options) {
    const result = await run('size-limit', ['--json'], options);
    if (!result.stdout.trimStart().startsWith('[')) return result;
    const rows = JSON.parse(result.stdout) as SizeRow[];
    const note = rows
      .map(({ name, size = 0 }) => `${name} ${(size / 1000).toFixed(1)} kB`)
      .join(', ');
    return { ...result, note };
  },
};

interface LintReport {
  errors: LintMessage[];
  warnings: LintMessage[];
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
}

const describe = ({ code, message, file = 'manifest' }: LintMessage) =>
  `${code} in ${file}: ${message}`;

/** How often each warning is there that the notes for reviewers explain: `CODE` (count). */
async function explained(): Promise<Map<string, number>> {
  const notes = await readFile(path.join(root, 'docs/store/reviewers.md'), 'utf8');
  const rows = notes.matchAll(/^- `([A-Z_]+)` \((\d+)\)/gm);
  return new Map([...rows].map(([, code = '', count]) => [code, Number(count)]));
}

/** A warning that nobody has explained is a fault, and so is one more of a kind that is explained. */
async function judged({ errors, warnings }: LintReport) {
  const expected = await explained();
  const byCode = Map.groupBy(warnings, ({ code }) => code);
  const more = [...byCode].filter(([code, all]) => all.length > (expected.get(code) ?? 0));
  return {
    faults: [...errors, ...more.flatMap(([, all]) => all)],
    known: [...byCode].map(([code, all]) => `${all.length} ${code}`),
  };
}

const store: Check = {
  name: 'store',
  async run(options) {
    const args = ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json'];
    const { stdout, output } = await run('web-ext', args, options);
    const start = stdout.indexOf('{');
    if (start < 0) return { ok: false, output };
    const { faults, known } = await judged(JSON.parse(stdout.slice(start)) as LintReport);
    return {
      ok: faults.length === 0,
      output: faults.map(describe).join('\n'),
      note: known.length === 0 ? 'no warnings' : `known warnings: ${known.join(', ')}`,
    };
  },
};

/** Checks that build, and checks of what was built. */
export const buildChecks: readonly Check[] = [
  build,
  manifests,
  sizes,
  packageCheck,
  store,
  bundles,
];
