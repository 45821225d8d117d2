import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { run } from './run.ts';

/**
 * `npm run fuzz -- --minutes N [--seed S] [--only WORDS]`: each fuzzer of test/fuzz for that long, and every test of a
 * property (test/holds.ts) with ten times its inputs for each minute, all drawn anew each time. `npm test` runs the same
 * ones with set inputs. What is found is named with its seed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

const properties = globSync('{lib,components}/**/*.test.{ts,tsx}').filter((file) =>
  readFileSync(file, 'utf8').includes("/test/holds'"),
);

const result = await run(
  'vitest',
  [
    'run',
    'test/fuzz',
    ...properties,
    '--reporter=verbose',
    `--testTimeout=${(Number(values.minutes) + 2) * 120_000}`,
    ...(values.only ? ['-t', values.only] : []),
  ],
  {
    env: {
      FUZZ_MINUTES: values.minutes,
      FUZZ_TIMES: String(Math.max(1, Math.round(Number(values.minutes) * 10))),
      FUZZ_SEED: values.seed ?? String(Date.now() % 2 ** 31),
    },
  },
);
console.log(result.output.trim());
process.exitCode = result.ok ? 0 : 1;
