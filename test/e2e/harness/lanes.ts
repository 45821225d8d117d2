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

const claimFile = path.join(folder, 'run.pid');

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Forgets the last run's lanes and exchanges. Throws while another run of this checkout goes on: it would lose its own. */
export async function claimLanes(): Promise<void> {
  const other = Number(await readFile(claimFile, 'utf8').catch(() => '0'));
  if (other > 0 && isAlive(other)) {
    throw new Error(`Another e2e run goes on here (process ${other}); wait for it.`);
  }
  await rm(exchangesFolder, { recursive: true, force: true });
  await rm(path.join(folder, 'exchanges.jsonl'), { force: true });
  await mkdir(exchangesFolder, { recursive: true });
  await writeFile(claimFile, String(process.pid));
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

/** Exchanges of the conformance run, which calls what no person's way through the product calls yet. */
const conformanceFile = path.join(folder, 'conformance.jsonl');

/**
 * Puts the exchanges of all workers, and those of the conformance run before it, into `.output/test/exchanges.jsonl`
 * and lets the next run begin.
 */
export async function mergeExchanges(): Promise<void> {
  const names = (await readdir(exchangesFolder)).toSorted();
  const parts = await Promise.all(
    names.map((name) => readFile(path.join(exchangesFolder, name), 'utf8')),
  );
  const conformance = await readFile(conformanceFile, 'utf8').catch(() => '');
  await writeFile(path.join(folder, 'exchanges.jsonl'), parts.join('') + conformance);
  await rm(claimFile, { force: true });
}
