import { parseArgs } from 'node:util';

import { benchBoards } from '../test/bench/boards.ts';
import { benchCapture, type Figure } from '../test/bench/capture.ts';
import { benchClicks } from '../test/bench/clicks.ts';
import { benchConversion } from '../test/bench/conversion.ts';
import { benchDrain } from '../test/bench/drain.ts';
import { benchFirefox } from '../test/bench/firefox.ts';
import { benchFootprint } from '../test/bench/footprint.ts';
import { benchMemory } from '../test/bench/memory.ts';
import { benchOpening } from '../test/bench/opening.ts';
import { benchOutbox } from '../test/bench/outbox.ts';
import { benchPages } from '../test/bench/pages.ts';
import { slopesOf } from '../test/bench/slopes.ts';
import { benchStats } from '../test/bench/stats.ts';
import { benchThroughput } from '../test/bench/throughput.ts';
import { benchWorker } from '../test/bench/worker.ts';
import { run } from './run.ts';

/** Prints one JSON line for each figure: `npm run bench`, or `npm run bench -- outbox` for a part. `drain` is
 * only run when it is asked for, as it takes five minutes: `npm run bench -- drain`, or with a number of pins after it.
 * `--peer DIR` opens another extension's popup beside Tack's. No figure passes or fails here; the goals are in the docs.
 * A part that can't be measured says why, the others go on, and the command ends with 1. */
const { positionals, values } = parseArgs({
  options: { peer: { type: 'string' } },
  allowPositionals: true,
});
const [asked, pins] = positionals;
const benches: Record<string, () => Promise<Figure[]>> = {
  footprint: () => benchFootprint(),
  boards: benchBoards,
  capture: benchCapture,
  outbox: () => benchOutbox(),
  stats: () => benchStats(),
  opening: () => benchOpening(values.peer),
  worker: benchWorker,
  firefox: benchFirefox,
  clicks: benchClicks,
  uploads: benchUploads,
  pages: benchPages,
  conversion: benchConversion,
  memory: benchMemory,
};
const long: typeof benches = { drain: () => benchDrain(pins ? Number(pins) : undefined) };
const all = { ...benches, ...long };
if (asked !== undefined && !(asked in all)) {
  console.error(`There is no part ${asked}. There are: ${Object.keys(all).join(', ')}.`);
  process.exit(2);
}
const built = await run('wxt', ['build']);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
// What the figures are to be held against: machines differ, and so do their days.
console.log(JSON.stringify({ name: 'this machine, 300 million additions', ...timeOfLoop() }));
for (const [name, bench] of Object.entries(asked === undefined ? benches : all)) {
  if (asked !== undefined && asked !== name) continue;
  try {
    const figures = await bench();
    for (const figure of [...figures, ...slopesOf(figures)]) console.log(JSON.stringify(figure));
  } catch (error) {
    console.error(`${name} was not measured:`, error);
    process.exitCode = 1;
  }
}

/** A video of 10 MB and one of 500, each beside curl; larger ones are `npm run bench:video`. */
async function benchUploads(): Promise<Figure[]> {
  return [...(await benchThroughput(10)), ...(await benchThroughput(500))];
}

/**
 * The best of three, so that what else the machine does shows in the figures and not in this. In a function: what stands at
 * the top of a script is never made fast, and takes ten times as long on the best of machines.
 */
function timeOfLoop() {
  const times = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    addUp(3e8);
    return performance.now() - begun;
  });
  return { value: Math.round(Math.min(...times)), unit: 'ms' };
}

function addUp(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += index;
  return sum;
}
