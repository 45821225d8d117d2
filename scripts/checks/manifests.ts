import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../run.ts';
import { targets } from '../targets.ts';
import type { Check } from './check.ts';

type Manifest = Record<string, unknown>;

const goldenFile = (browser: string) => path.join(root, `test/golden/manifest.${browser}.json`);

/** What a store and a browser read, without the version, which each release changes. */
async function builtManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(root, folder, 'manifest.json'), 'utf8');
  const { version: _, ...manifest } = JSON.parse(text) as Manifest;
  return manifest;
}

const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [JSON.stringify(value)];

/** Lines that say what one manifest has and the other has not. */
function differences(golden: Manifest, built: Manifest): string[] {
  const keys = new Set([...Object.keys(golden), ...Object.keys(built)]);
  return [...keys].toSorted().flatMap((key) => {
    const before = listed(golden[key]);
    const now = listed(built[key]);
    const wider = now.filter((each) => !before.includes(each)).map((each) => `  + ${key}: ${each}`);
    return wider.concat(
      before.filter((each) => !now.includes(each)).map((each) => `  - ${key}: ${each}`),
    );
  });
}

/**
 * Holds what was built against the manifests that were agreed on: a wider permission, host, policy or door is a change of
 * a file that a person reads, never a by-product.
 */
export const manifests: Check = {
  name: 'manifests',
  async run() {
    const lines: string[] = [];
    for (const { browser, folder } of targets) {
      const text = await readFile(goldenFile(browser), 'utf8').catch(() => '{}');
      const found = differences(JSON.parse(text) as Manifest, await builtManifest(folder));
      if (found.length > 0) lines.push(`${browser}:`, ...found);
    }
    if (lines.length > 0)
      lines.push('If that is wanted: npm run golden, and say why in the commit.');
    return { ok: lines.length === 0, output: lines.join('\n') };
  },
};

/** Writes the manifests that were built as the ones that are agreed on. */
export async function writeGolden(): Promise<void> {
  for (const { browser, folder } of targets) {
    const file = goldenFile(browser);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(await builtManifest(folder), undefined, 2)}\n`);
  }
}
