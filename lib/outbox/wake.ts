import { browser } from 'wxt/browser';

import { WAKE_PERIOD_MINUTES } from './schedule';

const ALARM = 'tack-outbox';
const HEARTBEAT_MS = 15_000;
/** A worker sleeps after 30 s; what is due sooner is waited for, the rest is the alarm's. */
const WAIT_IN_WORKER_MS = 25_000;

/**
 * Keeps a worker alive while work is under way: a request alone does not, in either browser, but a call to the browser
 * every 15 s does (research/security-reliability.md F9, F10).
 */
export async function keepAwake<Value>(
  work: () => Promise<Value>,
  onBeat?: () => void,
): Promise<Value> {
  await ensureAlarm(); // a worker that is stopped in the midst of it is woken again; at rest, it is cleared
  const beat = setInterval(() => {
    void browser.runtime.getPlatformInfo();
    onBeat?.();
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/**
 * Sees to it that `wake` is called when something is due (`wakeAt`, ms of UTC): by a timer where that is soon, and in any
 * case by one periodic alarm, which outlives the worker. What is due in days does not wake the worker every minute until
 * then. No alarm where nothing is open: an idle Tack sleeps.
 */
export async function scheduleWake(wakeAt: number | null, wake: () => void): Promise<void> {
  if (wakeAt === null) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const wait = Math.max(0, wakeAt - Date.now());
  if (wait < WAIT_IN_WORKER_MS) setTimeout(wake, wait);
  // A periodic alarm may come a minute late, and a minute is a whole window of Pinterest's limits.
  if (wait >= Math.min(WAIT_IN_WORKER_MS, 2 * PERIOD_MS)) await alarmAt(wakeAt);
  else await ensureAlarm();
}

const PERIOD_MS = WAKE_PERIOD_MINUTES * 60_000;

async function alarmAt(when: number): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (alarm?.scheduledTime === when) return;
  await browser.alarms.create(ALARM, { when, periodInMinutes: WAKE_PERIOD_MINUTES });
}

/** Made only where none comes within a period: making it again would push it off for ever. */
export async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (alarm && alarm.scheduledTime <= Date.now() + PERIOD_MS) return;
  await browser.alarms.create(ALARM, { periodInMinutes: WAKE_PERIOD_MINUTES });
}
