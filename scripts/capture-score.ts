import { existsSync } from 'node:fs';
import path from 'node:path';

import { root, run } from './run.ts';

/**
 * Scores the capture of the built extension on a folder of saved pages: `npm run capture:score -- DIR`. The pages and the
 * judge are other people's and no part of this project; where they are not, it says so in one line.
 */
const folder = path.resolve(process.argv[2] ?? path.join(root, '../shared/corpus/dev'));
const judge = path.join(folder, '../score-browser.mjs');
if (!existsSync(folder) || !existsSync(judge)) {
  console.log(`There is no corpus at ${path.relative(root, folder)}; nothing was scored.`);
  process.exit(0);
}
const built = await run('wxt', ['build']);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
const args = ['--ext', '.output/chrome-mv3', '--adapter', 'test/capture/adapter.mjs'];
const scored = await run('node', [judge, ...args, '--root', folder, ...process.argv.slice(3)]);
console.log(scored.output.trimEnd());
process.exit(scored.ok ? 0 : 1);
