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

describe('pauses that an earlier Tack kept', () => {
  it('are not forgotten by an update in the middle of a session', async () => {
    itIs(noon);
    vi.resetModules();
    await fakeBrowser.storage.session.set({ lanePauses: { org_write: noon + 60_000 } });
    const anew = await import('./lanes');

    expect(await anew.lanes.pausedUntil('org_write')).toBe(noon + 60_000);
    expect(await fakeBrowser.storage.session.get('lanePauses')).toEqual({
      lanePauses: { org_write: { until: noon + 60_000, writtenAt: noon } },
    });
  });
});
