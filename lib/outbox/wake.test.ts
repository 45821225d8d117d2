import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';

import { ensureAlarm, scheduleWake } from './wake';

const HOUR_MS = 3_600_000;
const alarm = () => browser.alarms.get('tack-outbox');
const nobody = () => undefined;

describe('the alarm of the outbox', () => {
  it('comes when something is due in days, and not before', async () => {
    const at = Date.now() + 48 * HOUR_MS;

    await scheduleWake(at, nobody);

    expect((await alarm())?.scheduledTime).toBe(at);
  });

  it('comes within a minute where something is due sooner, also where it was set for later', async () => {
    await scheduleWake(Date.now() + 48 * HOUR_MS, nobody);

    await scheduleWake(Date.now() + 60_000, nobody);

    expect((await alarm())?.scheduledTime).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it('comes to the moment where a limit ends before the next minute does', async () => {
    await ensureAlarm();
    const at = Date.now() + 40_000;

    await scheduleWake(at, nobody);

    expect((await alarm())?.scheduledTime).toBe(at);
  });

  // U05
  it('is not pushed off by being asked for again', async () => {
    await ensureAlarm();
    const create = vi.spyOn(browser.alarms, 'create');

    await ensureAlarm();
    await scheduleWake(Date.now() + 10_000, nobody);

    expect(create).not.toHaveBeenCalled();
  });

  // K16
  it('is gone where nothing is open', async () => {
    await ensureAlarm();

    await scheduleWake(null, nobody);

    expect(await alarm()).toBeUndefined();
  });
});
