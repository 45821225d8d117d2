import { setTimeout as sleep } from 'node:timers/promises';

import { between, pick } from '../pinterest/random.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { killBrowser } from './blows.ts';
import type { Driver } from './driver.ts';

/** As a person may set it, in the product's own words; only the distance between pins matters here. */
const schedule = {
  zone: '',
  days: [0, 1, 2, 3, 4, 5, 6],
  minutes: [540, 780, 1200],
  quiet: null,
  spacingMinutes: 30,
  sendMissed: true,
};

const DAY_S = 86_400;

/** Keeps all pins but the first from going out, or lets them go. */
export const holdBack = (driver: Driver, isHeld: boolean): Promise<unknown> =>
  driver.ask('schedule/save', { ...schedule, createSpacingSeconds: isHeld ? DAY_S : 0 });

interface Killing {
  seed: string;
  driver: Driver;
  pinterest: LocalPinterest;
  /** How many pins there are to be. */
  jobs: number;
  kills: number;
  say: (line: string) => void;
}

/**
 * Lets the pins that were held back go out, and ends the browser with SIGKILL again and again meanwhile. Pinterest is slow
 * to make a pin or to say so, so that most kills come in the middle of one.
 */
export async function killThrough(killing: Killing): Promise<void> {
  const { seed, driver, pinterest, jobs, kills, say } = killing;
  await holdBack(driver, false);
  for (let index = 0; index < 2 * (jobs + kills); index += 1) {
    const kind = pick(`${seed} slow ${index}`, ['hold', 'hold-before'] as const);
    const ms = between(`${seed} slow ms ${index}`, 300, 2500);
    const operation = index % 2 === 0 ? 'pins/create' : 'pins/save';
    pinterest.faults.add({ operation, kind, ms });
  }
  let amid = 0;
  for (let index = 0; index < kills; index += 1) {
    await sleep(between(`${seed} kill ${index}`, 0, 1500));
    const made = pinterest.ledger.pins({ seeded: false }).length;
    if (made < jobs) amid += 1;
    await driver.lose(() => killBrowser(driver));
    say(`SIGKILL ${index + 1}/${kills}, ${made} pins there`);
  }
  pinterest.faults.clear();
  say(`${kills} kills, ${amid} of them while pins were still to be made`);
}
