import { parseArgs } from 'node:util';

import { disturbances, type Disturbance } from '../test/chaos/plan.ts';
import { runInFirefox } from '../test/chaos/run-firefox.ts';
import { runChaos } from '../test/chaos/run.ts';

/**
 * `npm run chaos -- --seed N --jobs J [--faults a,b] [--browser firefox]`: publishes J pins by the built extension in a real browser while what the
 * seed says goes wrong, and holds what became of them against the local Pinterest's ledger.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '20' },
    faults: { type: 'string', default: disturbances.join(',') },
    browser: { type: 'string', default: 'chromium' },
    help: { type: 'boolean', default: false },
  },
});

/** What `--faults kills` does. */
const KILLS = 50;

if (values.help) {
  console.log(`npm run chaos -- [--seed N] [--jobs J] [--faults LIST] [--browser chromium|firefox]

Publishes J pins (pictures, carousels, videos, saves) while what the seed draws goes wrong, and holds what became of them
against the local Pinterest's ledger. Ends with 1 where a pin was lost, made twice, falsely said or wrong.

--faults LIST   only these, with commas: ${disturbances.join(', ')}
--faults kills  ${KILLS} SIGKILLs of the browser while all the pins go out, and nothing else
--browser       in Firefox pictures of one's own alone, which need no toolbar button; faults that are Chromium's are left out`);
  process.exit(0);
}
if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error(`Nothing drives ${values.browser} here: there are chromium and firefox.`);
  process.exit(2);
}

const kills = values.faults === 'kills' ? KILLS : 0;
const names = kills > 0 ? [] : values.faults.split(',');
const among = names.map((name) => {
  if (disturbances.includes(name as Disturbance)) return name as Disturbance;
  console.error(`There is no fault ${name}. There are: ${disturbances.join(', ')}; or kills.`);
  process.exit(2);
});
const jobs = Number(values.jobs);
const begun = performance.now();
const runIn = values.browser === 'firefox' ? runInFirefox : runChaos;
const verdict = await runIn({ seed: values.seed, jobs, among, kills, say: console.log });
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
