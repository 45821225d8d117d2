import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { waitFor } from '../../e2e/harness/wait.ts';
import type { Firefox } from './firefox.ts';

/** Reads the one file that was saved, once it is whole, and takes it away. */
export async function takeFile({ downloadsDir }: Firefox): Promise<Buffer> {
  const read = async () => {
    const names = await readdir(downloadsDir);
    const [name] = names;
    // It is made empty, and filled beside another one.
    if (name === undefined || names.some((each) => each.endsWith('.part'))) return undefined;
    const bytes = await readFile(path.join(downloadsDir, name));
    return bytes.length > 0 ? { name, bytes } : undefined;
  };
  const { name, bytes } = await waitFor(read, { for: 'a saved file', timeoutMs: 20_000 });
  await rm(path.join(downloadsDir, name));
  return bytes;
}

/** Takes away what was saved before, and nobody read. */
export async function emptyDownloads({ downloadsDir }: Firefox): Promise<void> {
  for (const name of await readdir(downloadsDir))
    await rm(path.join(downloadsDir, name), { force: true });
}
