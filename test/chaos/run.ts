import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { root } from '../../scripts/run.ts';
import { buildFor } from '../e2e/harness/build.ts';
import { allowReloads } from '../e2e/harness/extensions-page.ts';
import { Person } from '../e2e/harness/person.ts';
import { between } from '../pinterest/random.ts';
import { type LocalPinterest, startPinterest } from '../pinterest/server.ts';
import { strike } from './blows.ts';
import { Driver } from './driver.ts';
import { holdBack, killThrough } from './kills.ts';
import { type Disturbance, faultOf, isBlow, planDisturbance } from './plan.ts';
import { type Plan, publish, type Promised, stageOf } from './publish.ts';
import { attend, type Disturb, drain } from './settle.ts';
import { judge, type Verdict } from './verdict.ts';
import { filmMaker } from './videos.ts';

export interface ChaosOptions {
  seed: string;
  jobs: number;
  among: readonly Disturbance[];
  /** So many SIGKILLs of the browser while the pins go out, and nothing else, in place of what the seed draws. */
  kills?: number;
  /** Told what happens, a line each. */
  say: (line: string) => void;
}

/** The account that pins. */
export const OWNER = 'linda_kitchen';

/** Publishes pins while things go wrong as the seed has it, lets them come to rest, and holds them against the ledger. */
export async function runChaos(options: ChaosOptions): Promise<Verdict> {
  const { seed, jobs, among, kills = 0, say } = options;
  const profileDir = await mkdtemp(path.join(os.tmpdir(), 'tack-chaos-'));
  const recordFile = path.join(root, '.output/test/chaos.jsonl');
  await rm(recordFile, { force: true });
  const pinterest = await startPinterest({ port: 0, processingMs: 200, pins: 600, recordFile });
  const { port, app } = pinterest;
  const extensionDir = await buildFor({ port, app, outDir: '.output/chaos', paceMs: 20 });
  const person = await Person.arrive({ extensionDir, profileDir });
  try {
    await allowReloads(person.context);
    await person.connect(await person.visit(pinterest.pages.recipe));
    const driver = new Driver(person, pinterest.pages.recipe);
    await driver.ask('account/get', {}); // begins, and again where Chromium itself ends meanwhile
    const disturb = kills > 0 ? quiet : disturber(driver, pinterest, { seed, among });
    if (kills > 0) await holdBack(driver, true);
    const makeFilm = await filmMaker(profileDir);
    if (!makeFilm) say('no ffmpeg here: the run has no videos');
    const promised = await publishAll(driver, pinterest, { seed, jobs, say, disturb, makeFilm });
    say(`${promised.length} queued, letting them come to rest`);
    if (kills > 0) await killThrough({ seed, driver, pinterest, jobs, kills, say });
    const more = kills > 0 ? 0 : jobs / 2;
    const rows = await drain({ driver, pinterest, promised, say, disturb, more });
    if (driver.restarts > 0)
      say(`${driver.restarts} restarts by the person: the browser lost the worker`);
    return await judge(pinterest, promised, rows, OWNER);
  } finally {
    await person.leave().catch(() => undefined);
    await pinterest.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const quiet: Disturb = async () => 'nothing';

/** Gives a way to let the next disturbance of the seed come, at any moment of what goes on meanwhile. */
function disturber(
  driver: Driver,
  pinterest: LocalPinterest,
  { seed, among }: Pick<ChaosOptions, 'seed' | 'among'>,
): Disturb {
  let count = 0;
  return async () => {
    const disturbance = planDisturbance(seed, count, among);
    const key = `${seed} ${count}`;
    count += 1;
    if (isBlow(disturbance)) {
      await new Promise((resolve) => setTimeout(resolve, between(`${key} moment`, 0, 700)));
      await strike(disturbance, { driver, pinterest, key });
    } else pinterest.faults.add(faultOf(disturbance, key));
    return disturbance;
  };
}

/** After so many pins the person looks at what waits for them. */
const LOOK_EVERY = 5;

interface Publishing extends Pick<ChaosOptions, 'seed' | 'jobs' | 'say'> {
  disturb: Disturb;
  makeFilm: Plan['makeFilm'];
}

async function publishAll(
  driver: Driver,
  pinterest: LocalPinterest,
  { seed, jobs, say, disturb, makeFilm }: Publishing,
): Promise<Promised[]> {
  const stage = stageOf(pinterest, OWNER);
  const promised: Promised[] = [];
  for (let index = 0; index < jobs; index += 1) {
    const publishing = publish(driver, { seed, index, makeFilm, ...stage });
    const [promise, disturbance] = await Promise.all([publishing, disturb()]);
    promised.push(promise);
    say(`${index + 1}/${jobs} queued, ${disturbance}`);
    if (index % LOOK_EVERY === 0) await attend(driver, pinterest, promised);
  }
  return promised;
}
