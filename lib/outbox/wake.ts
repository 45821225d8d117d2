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
export async function keepAwake<Value>(work: () => Promise<Value>): Promise<Value> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/**
 * Sees to it that `wake` is called when something is due: by a timer where that is soon, and in any case by one periodic
 * alarm, which outlives the worker. No alarm where nothing is open: an idle Tack sleeps.
 */
export async function scheduleWake(wakeAt: number | null, wake: () => void): Promise<void> {
  if (wakeAt === null) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const wait = Math.max(0, wakeAt - Date.now());
  if (wait < WAIT_IN_WORKER_MS) setTimeout(wake, wait);
  await ensureAlarm();
}

/** Made only where it is missing: making it again would push it off for ever. */
export async function ensureAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: WAKE_PERIOD_MINUTES });
}
