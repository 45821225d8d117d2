/** How much a page's scripts may ask at once, and how much of it comes back each second. A toast asks 2.5 times a second. */
const BURST = 40;
const PER_SECOND = 10;

/** Tabs that are kept in mind; more at once than a person has that ask. */
const MAX_TABS = 500;

/** Tells whether one more message of a tab is heard. */
export type Rate = (tabId: number | undefined, now: number) => boolean;

/**
 * Makes a limit on what the scripts in each tab may ask. It is kept in memory only: a worker that starts anew begins with
 * full measure, which lets nobody in that was kept out for longer than a burst.
 */
export function createRate(): Rate {
  const tabs = new Map<number, { left: number; at: number }>();
  return (tabId = -1, now) => {
    const { left = BURST, at = now } = tabs.get(tabId) ?? {};
    const refilled = Math.min(BURST, left + (Math.max(0, now - at) / 1000) * PER_SECOND);
    const isHeard = refilled >= 1;
    tabs.delete(tabId); // and back in as the newest
    tabs.set(tabId, { left: isHeard ? refilled - 1 : refilled, at: now });
    const [oldest] = tabs.keys();
    if (tabs.size > MAX_TABS && oldest !== undefined) tabs.delete(oldest);
    return isHeard;
  };
}
