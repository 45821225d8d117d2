import type { FullConfig } from '@playwright/test';

import { startPinterest } from '../../pinterest/server.ts';
import { EXTENSION_ID } from './browser.ts';
import { buildFor } from './build.ts';
import { claimLanes, mergeExchanges, writeLanes, type Lane } from './lanes.ts';
import { gatherEgress, recordEgress } from './net-log.ts';

async function buildLane(index: number): Promise<Lane> {
  // Started only for a free port and for the app it knows; the worker starts its own on the same port.
  const pinterest = await startPinterest({ port: 0, boards: 1, pins: 0 });
  const { port, app } = pinterest;
  await pinterest.close();
  const outDir = `.output/e2e-${index}`;
  return { port, extensionDir: await buildFor({ port, app, outDir, paceMs: 20 }) };
}

/** Builds one extension for each worker, and gives what gathers their exchanges, and what browsers sent, at the end. */
export default async function prepare({ workers }: FullConfig): Promise<() => Promise<void>> {
  await claimLanes();
  await recordEgress();
  const lanes: Lane[] = [];
  // One after another: two builds at once would write the same generated types.
  for (let index = 0; index < workers; index += 1) lanes.push(await buildLane(index));
  await writeLanes(lanes);
  return async () => {
    await gatherEgress(`chrome-extension://${EXTENSION_ID}`);
    await mergeExchanges();
  };
}
