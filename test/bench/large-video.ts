import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { bringFile } from '../e2e/harness/bring.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { startDisplay } from '../e2e/harness/display.ts';
import { Person } from '../e2e/harness/person.ts';
import { startPinterest, type LocalPinterest } from '../pinterest/server.ts';
import { makeVideo } from '../pinterest/videos.ts';

const MEGABYTE = 1_000_000;
const PATIENCE_MS = 300_000;

/** A connected person whose popup shows a large video of their own, ready to be pinned. */
export interface LargeVideo {
  person: Person;
  popup: Page;
  pinterest: LocalPinterest;
  /** The video's path. */
  file: string;
}

/** Brings a video of a size into the popup of a real browser, and takes all of it away when `use` is done. */
export async function withLargeVideo<Value>(
  megabytes: number,
  use: (video: LargeVideo) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tack-video-'));
  const pinterest = await startPinterest({ port: 0 });
  const display = await startDisplay();
  try {
    const { port, app } = pinterest;
    const extensionDir = await buildFor({ port, app, outDir: '.output/bench-video' });
    const profileDir = path.join(folder, 'profile');
    const person = await Person.arrive({ extensionDir, profileDir, display });
    const padding = megabytes * MEGABYTE;
    const file = await makeVideo({ file: path.join(folder, 'large.mp4'), padding });
    const popup = await person.connect(await person.visit(pinterest.pages.recipe));
    await bringFile(popup, file);
    await popup.getByRole('button', { name: 'Use this picture' }).click({ timeout: PATIENCE_MS });
    await popup.getByRole('slider').waitFor({ timeout: PATIENCE_MS });
    try {
      return await use({ person, popup, pinterest, file });
    } finally {
      await person.leave();
    }
  } finally {
    await display?.close();
    await pinterest.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
