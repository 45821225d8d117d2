import { parseArgs } from 'node:util';

import { disturbances, type Disturbance } from '../test/chaos/plan.ts';
import { runChaos } from '../test/chaos/run.ts';

/**
 * `npm run chaos -- --seed N --jobs J [--faults a,b]`: publishes J pins by the built extension in a real browser while what the
 * seed says goes wrong, and holds what became of them against the local Pinterest's ledger.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '20' },
    faults: { type: 'string', default: disturbances.join(',') },
  },
});

const among = values.faults.split(',').map((name) => {
  if (disturbances.includes(name as Disturbance)) return name as Disturbance;
  console.error(`There is no fault ${name}. There are: ${disturbances.join(', ')}.`);
  process.exit(2);
});
const jobs = Number(values.jobs);
const begun = performance.now();
const verdict = await runChaos({ seed: values.seed, jobs, among, say: console.log });
const { published, twins, lost, duplicated, held, falsely, wrong } = verdict;

for (const [what, cases] of Object.entries({ lost, duplicated, held, falsely, wrong })) {
  for (const each of cases) console.log(`${what}: ${each}`);
}
const seconds = Math.round((performance.now() - begun) / 1000);
console.log(
  `${seconds} s, ${twins} twins by the browser, all shown; ${falsely.length} falsely said, ${wrong.length} wrong`,
);
console.log(
  `chaos: ${jobs} jobs, ${published} published, ${lost.length} lost, ${duplicated.length} duplicated, ${held.length} held`,
);
process.exit(lost.length + duplicated.length + falsely.length + wrong.length > 0 ? 1 : 0);
