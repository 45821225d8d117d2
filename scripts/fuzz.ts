import { parseArgs } from 'node:util';

import { run } from './run.ts';

/**
 * `npm run fuzz -- --minutes N [--seed S] [--only WORDS]`: each fuzzer of test/fuzz for that long, with input that is
 * drawn anew each time. `npm test` runs the same ones for a set number of tries. What is found is named with its seed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

const result = await run(
  'vitest',
  ['run', 'test/fuzz', '--reporter=verbose', ...(values.only ? ['-t', values.only] : [])],
  { env: { FUZZ_MINUTES: values.minutes, ...(values.seed ? { FUZZ_SEED: values.seed } : {}) } },
);
console.log(result.output.trim());
process.exitCode = result.ok ? 0 : 1;
