import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../../../scripts/run.ts';

/**
 * Tests run side by side in lanes. Each lane has its own port, its own local Pinterest and an extension built for it, so
 * that no test sees another's pins.
 */
export interface Lane {
  port: number;
  extensionDir: string;
}

const folder = path.join(root, '.output/test');
const lanesFile = path.join(folder, 'lanes.json');
const exchangesFolder = path.join(folder, 'exchanges');

/** Forgets the lanes and exchanges of the last run. */
export async function clearLanes(): Promise<void> {
  await rm(exchangesFolder, { recursive: true, force: true });
  await rm(path.join(folder, 'exchanges.jsonl'), { force: true });
  await mkdir(exchangesFolder, { recursive: true });
}

/** Writes down the lanes that were built. */
export async function writeLanes(lanes: readonly Lane[]): Promise<void> {
  await writeFile(lanesFile, JSON.stringify(lanes));
}

/** Gives a worker's lane by its parallel index. */
export async function readLane(index: number): Promise<Lane> {
  const lanes = JSON.parse(await readFile(lanesFile, 'utf8')) as Lane[];
  const lane = lanes[index];
  if (!lane) throw new Error(`No lane was built for worker ${index}.`);
  return lane;
}

/** Names the file that a worker's exchanges go to; a worker that is started again gets a new one. */
export function exchangesFile(workerIndex: number): string {
  return path.join(exchangesFolder, `worker-${workerIndex}.jsonl`);
}

/** Puts the exchanges of all workers into `.output/test/exchanges.jsonl`. */
export async function mergeExchanges(): Promise<void> {
  const names = (await readdir(exchangesFolder)).toSorted();
  const parts = await Promise.all(
    names.map((name) => readFile(path.join(exchangesFolder, name), 'utf8')),
  );
  await writeFile(path.join(folder, 'exchanges.jsonl'), parts.join(''));
}
