import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { benchBoards } from '../test/bench/boards.ts';
import { benchCapture } from '../test/bench/capture.ts';
import { benchConversion } from '../test/bench/conversion.ts';
import { benchDrain } from '../test/bench/drain.ts';
import { benchMemory } from '../test/bench/memory.ts';
import { benchOpening } from '../test/bench/opening.ts';
import { benchOutbox } from '../test/bench/outbox.ts';
import { benchPages } from '../test/bench/pages.ts';
import { benchStats } from '../test/bench/stats.ts';
import { benchWorker } from '../test/bench/worker.ts';
import { run } from './run.ts';

/** Prints one JSON line for each figure: `npm run bench`, or `npm run bench -- outbox` for a part. `drain` is
 * only run when it is asked for, as it takes five minutes: `npm run bench -- drain`, or with a number of pins after it.
 * `--peer DIR` opens another extension's popup beside Tack's. Nothing passes or fails here; the goals are in the docs. */
const built = await run('wxt', ['build']);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
const { positionals, values } = parseArgs({
  options: { peer: { type: 'string' } },
  allowPositionals: true,
});
const [asked, pins] = positionals;
const benches = {
  boards: benchBoards,
  capture: benchCapture,
  outbox: () => benchOutbox(),
  stats: () => benchStats(),
  opening: () => benchOpening(values.peer),
  worker: benchWorker,
  pages: benchPages,
  conversion: benchConversion,
  memory: benchMemory,
};
const long = { drain: () => benchDrain(pins ? Number(pins) : undefined) };
// What the figures are to be held against: machines differ, and so do their days.
console.log(JSON.stringify({ name: 'this machine, 300 million additions', ...timeOfLoop() }));
for (const [name, bench] of Object.entries({ ...benches, ...long })) {
  if (asked === undefined ? name in long : asked !== name) continue;
  for (const figure of await bench()) console.log(JSON.stringify(figure));
}

/** As anybody can ask it of another machine: `time node -e '…'`, its start included. */
function timeOfLoop() {
  const begun = performance.now();
  execFileSync(process.execPath, ['-e', 'let s=0;for(let i=0;i<3e8;i++)s+=i']);
  return { value: Math.round(performance.now() - begun), unit: 'ms' };
}
