/** Longest wait that is believed; longer ones are more likely a clock or a unit gone wrong. */
const MAX_WAIT_MS = 24 * 60 * 60 * 1000;

/** Where Pinterest says nothing about how long to wait. */
const DEFAULT_WAIT_MS = 30_000;

/**
 * How long to wait after a 429, in ms: `Retry-After` (seconds or a date), else `x-ratelimit-reset` (seconds), else 30 s.
 * Never throws, never negative, at most a day.
 *
 * @param now ms of UTC that a date in the header is held against
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const header = headers.get('retry-after')?.trim();
  const reset = headers.get('x-ratelimit-reset')?.match(/^\s*(\d+)/)?.[1];
  const candidates = [
    secondsOrDate(header, now),
    reset === undefined ? null : Number(reset) * 1000,
  ];
  const wait = candidates.find((ms) => ms !== null) ?? DEFAULT_WAIT_MS;
  return Math.min(Math.max(wait, 1000), MAX_WAIT_MS);
}

function secondsOrDate(header: string | undefined, now: number): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) || !/[a-z]/i.test(header) ? null : date - now;
}
