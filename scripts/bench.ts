import { benchCapture } from '../test/bench/capture.ts';
import { benchOutbox } from '../test/bench/outbox.ts';
import { run } from './run.ts';

/** Prints one JSON line for each figure: `npm run bench`, or `npm run bench -- outbox` for a part. Nothing passes or fails here; the goals are in the docs. */
const built = await run('wxt', ['build']);
if (!built.ok) {
  console.error(built.output);
  process.exit(1);
}
const benches = { capture: benchCapture, outbox: () => benchOutbox() };
const [asked] = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (asked !== undefined && asked !== name) continue;
  for (const figure of await bench()) console.log(JSON.stringify(figure));
}
