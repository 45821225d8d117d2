import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { root, run } from '../run.ts';
import { buildTargets, targets } from '../targets.ts';
import type { Check } from './check.ts';
import { manifests } from './manifests.ts';

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

interface BundleRule {
  says: string;
  files: RegExp;
  forbidden: RegExp;
}

const bundleRules: readonly BundleRule[] = [
  {
    says: 'a script for pages knows the API',
    files: /^(?:capture|pointed|toast|site|hover|grab|region)\.js$/,
    forbidden: /api(-sandbox)?\.pinterest\.com/,
  },
  {
    says: 'the gallery is in what people get',
    files: /\.(js|html|css)$/,
    forbidden: /gallery-(?:part|index|row)/,
  },
  {
    says: 'code is made from text',
    files: /\.js$/,
    forbidden: /\beval\(|\bnew Function\(|\bsetTimeout\(["'`]/,
  },
  {
    says: 'a script comes from elsewhere',
    files: /\.(js|html)$/,
    forbidden: /<script[^>]+src=["']?https?:|\bimport(Scripts)?\(["'`]https?:/,
  },
];

async function breaches(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const found: string[] = [];
  for (const name of names.filter((each) => /\.(js|html)$/.test(each))) {
    const text = await readFile(path.join(root, folder, name), 'utf8');
    for (const { says, files, forbidden } of bundleRules) {
      const [match] = forbidden.exec(text) ?? [];
      if (files.test(name) && match !== undefined) {
        found.push(`${folder}/${name}: ${says} (${match})`);
      }
    }
  }
  // It stands beside the extension, in a build of its own (docs/decisions/0032-gallery.md).
  found.push(
    ...names
      .filter((name) => /gallery/i.test(name))
      .map((name) => `${folder}/${name}: the gallery was built in`),
  );
  if (!names.includes('capture.js')) found.push(`${folder}: no capture.js was built`);
  return found;
}

const bundles: Check = {
  name: 'bundles',
  async run() {
    const found = await Promise.all(targets.map(({ folder }) => breaches(folder)));
    return { ok: found.flat().length === 0, output: found.flat().join('\n') };
  },
};

/** Checks that build, and checks of what was built. */
export const buildChecks: readonly Check[] = [build, manifests, sizes, store, bundles];
