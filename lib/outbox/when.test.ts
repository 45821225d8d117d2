// @vitest-environment node
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import type { PinterestClient } from '../pinterest/client';
import type { PinCreate } from '../pinterest/types';
import { outboxSeenAt } from '../storage/items';
import { reduce } from './job';
import { publish } from './publish';
import { createRunner, type RunnerDeps } from './run';
import { MISSED_AFTER_MS } from './schedule';
import { saveSchedule, usualSchedule } from './schedule-settings';
import { changeJob, listJobs, readJob, removeJob } from './store';
import { keptDraft, signedIn } from './testing';
import { quietDeps } from './testing-runner';
import { freeSlot, holdMissed, missedAmong, reschedule, type When } from './when';

const HOUR_MS = 3_600_000;
let pictures = 0;

/** A job of a fresh picture that goes out at some time. */
async function scheduled(when?: When) {
  pictures += 1;
  const draft = await keptDraft(`https://images.example/when-${pictures}.jpg`);
  const { job } = await publish(draft.id, 'create', when ? { when } : {});
  expect(job.notBefore).toBe((await readJob(job.id))?.notBefore);
  return job.id;
}

/** A Pinterest that takes every pin, and the titles that it got. */
function runnerOf(more: Partial<RunnerDeps> = {}) {
  const titles: string[] = [];
  const wakes: (number | null)[] = [];
  const client = {
    call: async (_: string, { title = '' }: PinCreate) => {
      titles.push(title);
      return { id: `${7000 + titles.length}` };
    },
  } as unknown as PinterestClient;
  const runner = createRunner({
    ...quietDeps(client),
    onIdle: async (_, wakeAt) => void wakes.push(wakeAt),
    ...more,
  });
  return { titles, wakes, runner };
}

beforeEach(async () => {
  await signedIn('a');
  const { jobs } = await listJobs();
  await Promise.all(jobs.map(({ id }) => removeJob(id)));
});

describe('a pin with a time of its own', () => {
  it('is made ready and not sent before that, and the runner is called again then', async () => {
    const at = Date.now() + HOUR_MS;
    const id = await scheduled({ kind: 'at', at });
    const { titles, wakes, runner } = runnerOf();

    await runner.reconcile();

    expect(titles).toEqual([]);
    expect(wakes.at(-1)).toBe(at);
    expect((await readJob(id))?.stage.name).toBe('prepared');
  });

  it('goes out once it is due, and after what was due before it', async () => {
    const late = await scheduled({ kind: 'at', at: Date.now() - 10 });
    const sooner = await scheduled({ kind: 'at', at: Date.now() - 20_000 });
    await changeJob(sooner, (job) => ({ ...job, queuedAt: job.queuedAt - 30_000 }));
    const { titles, runner } = runnerOf();

    await runner.reconcile();

    const titleOf = async (id: string) => (await readJob(id))?.content.title;
    expect(titles).toEqual([await titleOf(sooner), await titleOf(late)]);
  });

  it('is sent at once where the person says so, and taken back without being sent', async () => {
    const [now, never] = [
      await scheduled({ kind: 'at', at: Date.now() + HOUR_MS }),
      await scheduled({ kind: 'at', at: Date.now() + HOUR_MS }),
    ];
    await reschedule([now], { kind: 'at', at: Date.now() });
    await changeJob(never, (job) => reduce(job, { type: 'undo' }));
    const { titles, runner } = runnerOf();

    await runner.reconcile();

    expect(titles).toHaveLength(1);
    expect((await readJob(never))?.stage.name).toBe('cancelled');
  });

  it('gets no other time once it is sent', async () => {
    const id = await scheduled();
    await runnerOf().runner.reconcile();

    const moved = reschedule([id], { kind: 'at', at: Date.now() + HOUR_MS });

    await expect(moved).rejects.toMatchObject({ code: 'outbox/too-late' });
  });
});

describe('the spacing of pins', () => {
  it('lets one go, and the next when the time is over', async () => {
    await scheduled();
    await scheduled();
    const { titles, wakes, runner } = runnerOf({ spacingMs: async () => HOUR_MS });

    await runner.reconcile();

    expect(titles).toHaveLength(1);
    const { jobs } = await listJobs();
    const sentAt = Math.max(...jobs.map((job) => job.sentAt ?? 0));
    // The pin that is out is looked at again before that.
    expect(wakes.at(-1)).toBeLessThanOrEqual(sentAt + HOUR_MS);
    const waiting = jobs.find(({ stage }) => stage.name === 'prepared')!;
    for (const { id } of jobs) {
      await changeJob(id, (job) => (job.sentAt ? { ...job, sentAt: job.sentAt - HOUR_MS } : job));
    }
    await runner.reconcile();
    expect(titles).toContain(waiting.content.title);
  });
});

describe('slots', () => {
  it('are taken once, also by pins that are queued in the same moment', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => scheduled({ kind: 'slot' })));
    const times = await Promise.all(ids.map(async (id) => (await readJob(id))?.notBefore));
    expect(new Set(times).size).toBe(3);
    expect(await freeSlot(Date.now())).toBeGreaterThan(Math.max(...times.map((at) => at ?? 0)));
  });

  it('are free again for the pins that are moved', async () => {
    const id = await scheduled({ kind: 'slot' });
    const before = (await readJob(id))?.notBefore;
    await reschedule([id], { kind: 'slot' });
    expect((await readJob(id))?.notBefore).toBe(before);
  });

  it('that are not there are said, and nothing is queued', async () => {
    await saveSchedule({ ...usualSchedule, minutes: [] });
    await expect(scheduled({ kind: 'slot' })).rejects.toMatchObject({ code: 'outbox/no-slot' });
    expect((await listJobs()).jobs).toEqual([]);
  });
});

describe('what came due while the browser was closed', () => {
  const due = () => Date.now() - 2 * MISSED_AFTER_MS;

  it('is held and not sent, and goes out when the person says so', async () => {
    const at = due();
    const id = await scheduled({ kind: 'at', at });
    await outboxSeenAt.setValue(at - 1000);
    const { titles, runner } = runnerOf({ onBegin: holdMissed });

    await runner.reconcile();

    expect(titles).toEqual([]);
    expect((await readJob(id))?.pause).toEqual({
      kind: 'held',
      because: { code: 'outbox/missed', data: { dueAt: at } },
    });
    await reschedule([id], { kind: 'at', at: Date.now() });
    await runner.reconcile();
    expect(titles).toHaveLength(1);
  });

  it('is sent at once where the person set it so', async () => {
    await saveSchedule({ ...usualSchedule, sendMissed: true });
    const at = due();
    await scheduled({ kind: 'at', at });
    await outboxSeenAt.setValue(at - 1000);
    const { titles, runner } = runnerOf({ onBegin: holdMissed });

    await runner.reconcile();

    expect(titles).toHaveLength(1);
  });

  it('is not what is late for another reason, what is hardly late, or what has no time of its own', async () => {
    const [before, justNow, plain] = [
      await scheduled({ kind: 'at', at: due() }),
      await scheduled({ kind: 'at', at: Date.now() - MISSED_AFTER_MS / 2 }),
      await scheduled(),
    ];
    const { jobs } = await listJobs();
    const seenAfter = missedAmong(jobs, Date.now(), Date.now());
    const never = missedAmong(jobs, 0, Date.now()).map(({ id }) => id);

    expect(seenAfter).toEqual([]);
    expect(never).toEqual([before]);
    expect(never).not.toContain(justNow);
    expect(never).not.toContain(plain);
  });
});
