import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { zipSync, type Zippable } from 'fflate';

/** The first moment that a zip can name: when a file was written is nobody's business, and differs between machines. */
const MOMENT = new Date(1980, 0, 1);

/** Gives the same bytes for the same files, whoever packs them, wherever and when. Names are relative to `folder`. */
export async function zipOf(folder: string, names: readonly string[]): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const name of names.map((each) => each.replaceAll('\\', '/')).toSorted()) {
    const bytes = await readFile(path.join(folder, name));
    files[name] = [bytes, { level: 9, mtime: MOMENT, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(files);
}
