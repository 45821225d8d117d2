import { benchCapture } from '../test/bench/capture.ts';
import { run } from './run.ts';

/** Prints one JSON line for each figure: `npm run bench`. Nothing passes or fails here; the goals are in the docs. */
const built = await run('wxt', ['build']);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
for (const figure of await benchCapture()) console.log(JSON.stringify(figure));
