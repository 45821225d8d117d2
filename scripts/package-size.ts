import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { root } from './run.ts';
import { zipOf } from './zip.ts';

/** What an install takes, in bytes. */
export interface PackageSize {
  /** The package as a release packs it. */
  packed: number;
  /** What of it are the texts of all languages. */
  texts: number;
  onDisk: number;
  files: number;
}

/** Packs a build as a release does, and weighs it. */
export async function packageSize(folder = '.output/chrome-mv3'): Promise<PackageSize> {
  const dir = path.join(root, folder);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(path.join(dir, name))).size),
  );
  const weigh = async (some: readonly string[]) => (await zipOf(dir, some)).length;
  return {
    packed: await weigh(names),
    texts: await weigh(names.filter((name) => name.startsWith('_locales'))),
    onDisk: sizes.reduce((sum, size) => sum + size, 0),
    files: names.length,
  };
}
