import { benchThroughput } from '../test/bench/throughput.ts';
import { benchVideo } from '../test/bench/video.ts';

/**
 * Prints one JSON line for each large video that is pinned: `npm run bench:video`, or with a size in MB and a speed in
 * MB/s, e.g. `npm run bench:video -- 300 2`. It takes some minutes and twice the size on disk.
 * `npm run bench:video -- curl` holds an upload of 500 MB, or of another size, against curl; a speed in MB/s may follow.
 */
const [first, ...others] = process.argv.slice(2);
if (first === 'curl') {
  const [size, speed] = others.map(Number);
  for (const figure of await benchThroughput(size, speed ?? null))
    console.log(JSON.stringify(figure));
} else {
  const [megabytes, speed] = [first, ...others].map(Number);
  const runs = megabytes
    ? [{ megabytes, megabytesPerSecond: speed ?? null }]
    : [
        { megabytes: 300, megabytesPerSecond: 2 },
        { megabytes: 1500, megabytesPerSecond: null },
      ];
  for (const run of runs) console.log(JSON.stringify(await benchVideo(run)));
}
