import { run } from '../run.ts';
import type { Check } from './check.ts';

/** A short run of `npm run chaos`, always the same; the long ones with other seeds are for before a release. */
export const chaos: Check = {
  name: 'chaos',
  async run(options) {
    const args = ['scripts/chaos.ts', '--seed', '7', '--jobs', '10'];
    const result = await run('node', args, options);
    return { ...result, note: result.stdout.trimEnd().split('\n').at(-1) ?? '' };
  },
};
