import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { zipSync, type Zippable } from 'fflate';

/** The first moment that a zip can name: when a file was written is nobody's business, and differs between machines. */
const MOMENT = new Date(1980, 0, 1);

/**
 * Gives the same bytes for the same files, whoever packs them, wherever and when.
 *
 * @param names relative to `folder`
 * @param instead what some of the files are to hold in place of what lies there
 */
export async function zipOf(
  folder: string,
  names: readonly string[],
  instead: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const name of names.map((each) => each.replaceAll('\\', '/')).toSorted()) {
    const bytes = Buffer.from(instead[name] ?? (await readFile(path.join(folder, name))));
    files[name] = [bytes, { level: 9, mtime: MOMENT, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(files);
}
