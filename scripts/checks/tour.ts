import { run } from '../run.ts';
import type { Check } from './check.ts';

/** Goes the way that `npm start` shows a newcomer. Its flows pass one by one elsewhere; that they follow on each other is only seen here. */
export const tour: Check = {
  name: 'tour',
  async run(options) {
    const result = await run('node', ['scripts/start.ts', '--tour'], options);
    return { ...result, note: result.stdout.trimEnd().split('\n').at(-1) ?? '' };
  },
};
