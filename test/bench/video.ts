import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Person } from '../e2e/harness/person.ts';
import { waitFor } from '../e2e/harness/wait.ts';
import type { LocalPinterest } from '../pinterest/server.ts';
import { measured } from '../pinterest/videos.ts';
import { withLargeVideo } from './large-video.ts';

/** A large video on its way through a real browser. */
export interface VideoFigure {
  megabytes: number;
  megabytesPerSecond: number | null;
  seconds: number;
  /** How often the worker was stopped while the upload went on. */
  workerStops: number;
  /** How much memory all processes of the browser took beyond what they had before the upload, at most. */
  grownMegabytes: number;
  /** How many uploads and pins there were, and whether the bytes are all there. */
  uploads: number;
  pins: number;
  isWhole: boolean;
}

interface VideoRun {
  megabytes: number;
  megabytesPerSecond: number | null;
}

const MEGABYTE = 1_000_000;
const STOP_EVERY_MS = 10_000;

/** Pins one video of a size over a line of a speed, and stops the worker every ten seconds on the way. */
export function benchVideo({ megabytes, megabytesPerSecond }: VideoRun): Promise<VideoFigure> {
  return withLargeVideo(megabytes, async ({ person, popup, pinterest, file }) => {
    pinterest.setUploadSpeed(megabytesPerSecond === null ? null : megabytesPerSecond * MEGABYTE);
    const before = await memoryOf(person.browser.pid);
    const begun = performance.now();
    await person.pinTo(popup, 'kit');
    const { peak, workerStops } = await follow(person, pinterest);
    const seconds = Math.round((performance.now() - begun) / 1000);
    const { size, sha256 } = await measured(file);
    const received = pinterest.ledger.media().flatMap((media) => media.received ?? []);
    return {
      megabytes,
      megabytesPerSecond,
      seconds,
      workerStops,
      grownMegabytes: Math.round((peak - before) / 1024),
      uploads: pinterest.ledger.requests('s3'),
      pins: pinterest.ledger.pins({ seeded: false }).length,
      isWhole: received.some((each) => each.size === size && each.sha256 === sha256),
    };
  });
}

async function follow(person: Person, pinterest: LocalPinterest) {
  const pins = () => pinterest.ledger.pins({ seeded: false }).length;
  let [peak, workerStops, stoppedAt] = [0, 0, performance.now()];
  await waitFor(
    async () => {
      if (pins() > 0) return true;
      peak = Math.max(peak, await memoryOf(person.browser.pid));
      if (performance.now() - stoppedAt > STOP_EVERY_MS && pinterest.ledger.requests('s3') > 0) {
        stoppedAt = performance.now();
        if (await person.worker.stop()) workerStops += 1;
      }
      await sleep(200);
      return undefined;
    },
    { for: 'the pin', timeoutMs: 600_000 },
  );
  return { peak, workerStops };
}

/** Memory of a process and all below it that is backed by no file, in kB (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const parents = new Map<number, number>();
  const memory = new Map<number, number>();
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const name of names) {
    const text = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const value = (key: string) =>
      Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    parents.set(Number(name), value('PPid'));
    memory.set(Number(name), value('RssAnon') + value('RssShmem'));
  }
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && id > 0 && (id === pid || isBelow(parents.get(id)));
  return [...memory].reduce((sum, [id, kilobytes]) => sum + (isBelow(id) ? kilobytes : 0), 0);
}
