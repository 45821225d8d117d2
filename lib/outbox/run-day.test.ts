import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';

import { createClient } from '../pinterest/client';
import { dailyBudget } from '../storage/items';
import { lanes, viewLanes } from './lanes';
import { pausedSending } from './paused';
import { addJob, listJobs } from './store';
import { aJob, runnerFor } from './testing-board';

const [HOUR_MS, DAY_MS] = [3_600_000, 24 * 3_600_000];
const noon = Date.UTC(2026, 10, 25, 12);
const midnight = Date.UTC(2026, 10, 26);

/** Calls that an app with Trial access has in a day, and how many of them were made before. */
const [LIMIT, USED] = [100, 70];
const QUEUED = 100;

/** Pinterest, as it counts an app's calls by the day: it refuses those above, and an app that goes on is noticed. */
function pinterestByTheDay() {
  const titles: string[] = [];
  const pins: object[] = [];
  const dayOf = () => Math.floor(Date.now() / DAY_MS);
  const used = new Map([[dayOf(), USED]]);
  let refused = 0;
  const fetch = async (request: Request): Promise<Response> => {
    const isWrite = request.method === 'POST';
    const count = (used.get(dayOf()) ?? 0) + (isWrite ? 1 : 0);
    const resetS = Math.ceil(((dayOf() + 1) * DAY_MS - Date.now()) / 1000);
    const category = isWrite ? 'org_write' : 'org_read';
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': `${LIMIT}, 100;w=1;name="s", ${LIMIT};w=86400;name="${category}"`,
      'x-ratelimit-remaining': `${Math.max(0, LIMIT - (isWrite ? count : 0))}`,
      'x-ratelimit-reset': `${resetS}`,
    };
    if (!isWrite) return Response.json({ items: pins, bookmark: null }, { headers });
    if (count > LIMIT) {
      refused += 1;
      return Response.json({ code: 8, message: 'Rate limit' }, { status: 429, headers });
    }
    used.set(dayOf(), count);
    const input = (await request.json()) as { title: string };
    titles.push(input.title);
    const created_at = new Date().toISOString().slice(0, 19);
    pins.unshift({ ...input, id: `${titles.length}`, created_at });
    return Response.json(pins[0], { status: 201, headers });
  };
  return { titles, refused: () => refused, fetch: fetch as typeof globalThis.fetch };
}

afterEach(() => void vi.useRealTimers());

// N19
it('an outbox whose day’s calls end in its midst goes on tomorrow, says so, and is refused nothing', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
  const pinterest = pinterestByTheDay();
  const client = createClient({
    apiUrl: 'https://api.pinterest.com/v5',
    accessToken: async () => 'token',
    renewToken: async () => 'token',
    isOnline: () => true,
    fetch: pinterest.fetch,
    lanes,
  });
  let wakeAt: number | null = null;
  const runner = runnerFor(client, {
    sendPausedUntil: () => lanes.pausedUntil('org_write'),
    onIdle: async (_, at) => void (wakeAt = at),
  });
  for (let index = 0; index < QUEUED; index += 1) await addJob(aJob());

  await runner.reconcile();
  expect(pinterest.titles).toHaveLength(LIMIT - USED);
  const { jobs } = await listJobs();
  const pauses = { org_write: await lanes.pausedUntil('org_write') };
  const budget = await dailyBudget.getValue();
  const waiting = QUEUED - (LIMIT - USED);
  expect(pausedSending({ jobs, pauses, budget, now: Date.now() })).toEqual({
    waiting,
    total: waiting,
    until: midnight,
    why: 'day',
  });
  expect(jobs.filter(({ pause }) => pause?.kind === 'held')).toEqual([]);

  // Reading goes on meanwhile, and looks at what is out; nothing is tried before its time.
  vi.setSystemTime(noon + HOUR_MS);
  expect(await viewLanes.pausedUntil('org_read')).toBe(0);
  await runner.reconcile(true);
  expect(pinterest.titles).toHaveLength(LIMIT - USED);
  expect(wakeAt).toBe(midnight);

  vi.setSystemTime(midnight + 1000);
  await runner.reconcile(true);
  expect(pinterest.titles).toHaveLength(QUEUED);
  expect(new Set(pinterest.titles).size).toBe(QUEUED);
  expect(pinterest.refused()).toBe(0);
}, 30_000);
