import { setTimeout as sleep } from 'node:timers/promises';

interface WaitOptions {
  /** What is waited for, as it stands in the error: "the popup to open". */
  for: string;
  timeoutMs?: number;
}

/** Asks again every 40 ms until the answer is something; throws, naming what was waited for, when the time is over. */
export async function waitFor<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
  { for: what, timeoutMs = 30_000 }: WaitOptions,
): Promise<Value> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (performance.now() > until) throw new Error(`Waited ${timeoutMs} ms for ${what}.`);
    await sleep(40);
  }
}
