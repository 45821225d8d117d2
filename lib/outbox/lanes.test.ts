// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { createLanesStore, followLanes } from '../state/lanes';
import { lanePauses } from '../storage/late-items';
import { lanes, viewLanes } from './lanes';

const noon = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 24 * 3_600_000;
const full = { remaining: 100, resetMs: 60_000, window: null };

function itIs(time: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
}
afterEach(() => void vi.useRealTimers());

describe('a rate category', () => {
  it('is paused until its time, and each by itself', async () => {
    itIs(noon);
    await lanes.pause('org_write', noon + 60_000);
    await lanes.pause('org_read', noon + 5_000);

    expect(await lanes.pausedUntil('org_write')).toBe(noon + 60_000);
    expect(await lanes.pausedUntil('org_read')).toBe(noon + 5_000);
    expect(await lanes.pausedUntil('org_analytics')).toBe(0);
  });

  it('is paused where an answer says that nothing is left, and not where something is', async () => {
    itIs(noon);
    await lanes.note?.('org_read', full);
    expect(await lanes.pausedUntil('org_read')).toBe(0);
    await lanes.note?.('org_read', { ...full, remaining: 0 });
    expect(await lanes.pausedUntil('org_read')).toBe(noon + 60_000);
  });

  it('is paused for as long as the longest reason says, whatever a later answer says of a minute', async () => {
    itIs(noon);
    await lanes.pause('org_write', noon + 7_200_000);
    await lanes.note?.('org_write', { ...full, remaining: 0 });

    expect(await lanes.pausedUntil('org_write')).toBe(noon + 7_200_000);
  });

  it('is left to publishing by views where little of it is left', async () => {
    itIs(noon);
    await lanes.note?.('org_read', { ...full, remaining: 5 });

    expect(await viewLanes.pausedUntil('org_read')).toBe(noon + 60_000);
    expect(await lanes.pausedUntil('org_read')).toBe(0);
  });

  // D08
  it('is paused by no time that a wrong clock wrote, in the worker and in views', async () => {
    itIs(noon + DAY_MS);
    await lanes.pause('org_write', noon + DAY_MS + 60_000);
    itIs(noon);
    expect(await lanes.pausedUntil('org_write')).toBe(0);
    expect(await shown()).toEqual({ org_write: 0 });

    await lanes.pause('org_write', noon + 60_000);
    expect(await lanes.pausedUntil('org_write')).toBe(noon + 60_000);
    expect(await shown()).toEqual({ org_write: noon + 60_000 });
  });

  it('has its pause in one write: none is there without the time that it was written', async () => {
    const seen: unknown[] = [];
    const unwatch = lanePauses.watch((pauses) => void seen.push(pauses));
    itIs(noon);
    await lanes.pause('org_write', noon + 5);
    unwatch();

    expect(seen).toEqual([{ org_write: { until: noon + 5, writtenAt: noon } }]);
  });
});

async function shown(): Promise<Record<string, number>> {
  const store = createLanesStore();
  const viewing = new AbortController();
  await followLanes(store, viewing.signal);
  viewing.abort();
  return store.getState().pauses;
}

describe('pauses and what is left of a day', () => {
  it('are still known after the browser was started again', async () => {
    itIs(noon);
    await lanes.pause('org_write', noon + 7_200_000);
    const window = { name: 'org_write', limit: 100, windowMs: DAY_MS };
    await lanes.note?.('org_read', { remaining: 3, resetMs: DAY_MS, window });
    await fakeBrowser.storage.session.clear();
    vi.resetModules();
    const anew = await import('./lanes');
    const { dailyBudget } = await import('../storage/items');

    expect(await anew.lanes.pausedUntil('org_write')).toBe(noon + 7_200_000);
    expect(await dailyBudget.getValue()).toMatchObject({ org_read: { remaining: 3 } });
  });

  it('are all kept where several answers come at once', async () => {
    itIs(noon);
    const none = { remaining: 0, resetMs: 60_000, window: null };
    await Promise.all(
      ['one', 'two', 'three'].map(async (category) => lanes.note?.(category, none)),
    );

    for (const category of ['one', 'two', 'three'])
      expect(await lanes.pausedUntil(category)).toBe(noon + 60_000);
  });
});
