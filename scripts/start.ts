import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { buildFor } from '../test/e2e/harness/build.ts';
import { type LocalPinterest, startPinterest } from '../test/pinterest/server.ts';
import { stayForFirefox, stayOpen } from './start/stay-open.ts';
import { takeTour } from './start/tour.ts';

/**
 * `npm start`: the local Pinterest, Tack built for it, and a browser with both. With a display the browser is the
 * person's own to try; without one, or with --tour, the same way is gone by itself and leaves pictures, with --readme
 * those of the README too. With --firefox it is built for a Firefox that the person opens.
 */
const { values } = parseArgs({
  options: {
    headed: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    tour: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    boards: { type: 'string', default: '60' },
    pins: { type: 'string', default: '300' },
    port: { type: 'string', default: '4010' },
  },
});

const isPortTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function startNear(port: number): Promise<LocalPinterest> {
  try {
    const [boards, pins] = [Number(values.boards), Number(values.pins)];
    return await startPinterest({ port, boards, pins });
  } catch (error) {
    if (!isPortTaken(error) || port >= 65_535) throw error;
    return startNear(port + 1);
  }
}

const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());

async function start(): Promise<void> {
  const pinterest = await startNear(Number(values.port));
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-'));
  try {
    console.log(`The local Pinterest is at ${pinterest.siteUrl}`);
    const extensionDir = await buildFor({
      port: pinterest.port,
      app: pinterest.app,
      outDir: '.output/start',
      browser: values.firefox ? 'firefox' : 'chrome',
      signal: abort.signal,
    });
    console.log(`Tack is built for it in ${path.relative(process.cwd(), extensionDir)}`);
    if (values.firefox) {
      await stayForFirefox(pinterest, extensionDir, abort.signal);
      return;
    }
    const { signal } = abort;
    const visit = { pinterest, extensionDir, profileDir, isForReadme: values.readme, signal };
    await (values.headed || (hasScreen && !values.tour) ? stayOpen(visit) : takeTour(visit));
  } finally {
    await pinterest.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await start();
} catch (error) {
  if (!abort.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
