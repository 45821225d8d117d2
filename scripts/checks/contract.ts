import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { root, run } from '../run.ts';
import type { Check } from './check.ts';

const record = '.output/test/exchanges.jsonl';

/** How much a whole e2e run must have shown of the API (issue 2). */
const demanded = { exchanges: 200, operations: 15 };

function findChecker(): string | undefined {
  const given = process.env['PINTEREST_OPENAPI'];
  const folder = given
    ? statSync(given, { throwIfNoEntry: false })?.isDirectory()
      ? given
      : path.dirname(given)
    : path.join(root, '../shared/contract');
  const checker = path.join(folder, 'check.mjs');
  return existsSync(checker) ? checker : undefined;
}

/**
 * Makes the check that holds the e2e run's exchanges against Pinterest's own description. The description is not part
 * of this project: PINTEREST_OPENAPI says where it is, with its checker beside it.
 */
export function contractCheck({ isWholeRun }: { isWholeRun: boolean }): Check {
  return {
    name: 'contract',
    async run(options) {
      const checker = findChecker();
      if (checker === undefined) {
        const note =
          'not checked: set PINTEREST_OPENAPI to the description, with its check.mjs beside it';
        return { ok: true, output: '', note };
      }
      if (!existsSync(path.join(root, record))) {
        return { ok: false, output: `There is no ${record}; run npm test -- e2e contract.` };
      }
      const result = await run('node', [checker, record], options);
      const summary = result.stdout.trimEnd().split('\n').at(-1) ?? '';
      const [exchanges = 0, operations = 0] = (summary.match(/\d+/g) ?? []).map(Number);
      const isEnough = exchanges >= demanded.exchanges && operations >= demanded.operations;
      if (!isWholeRun || isEnough) return { ...result, note: summary };
      const wanted = `At least ${demanded.exchanges} exchanges and ${demanded.operations} operations are wanted.`;
      return { ok: false, output: `${result.output}\n${wanted}`, note: summary };
    },
  };
}
