import { writeFileSync } from 'node:fs';

import { personOf, type Person } from './habits.ts';

const seeds = 'ada bo cleo dan eve finn gus hana ines jo kei-ja yuki-ja'.split(' ');

/** Makes the people of the test set; another year gives others of the same habits. */
export const makeSet = (year = '2026'): Person[] =>
  seeds.map((seed) => personOf(`${year}-${seed}`, { pinned: 300, cases: 20 }));

if (process.argv[1]?.endsWith('ranking/make.ts')) {
  const people = makeSet().map((person) => JSON.stringify(person));
  writeFileSync(new URL('set.json', import.meta.url), `[\n${people.join(',\n')}\n]\n`);
}
