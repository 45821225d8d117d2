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

/** One of Pinterest's limits: `limit` calls in `windowMs`. */
export interface RateWindow {
  name: string;
  limit: number;
  windowMs: number;
}

/** What an answer's headers say of the limits that it counted against. */
export interface RateLimit {
  /** Calls that are left in `window`. */
  remaining: number;
  /** Until `window` begins anew. */
  resetMs: number;
  /** The limit that is nearest: a second, a minute, or for a trial app a day; null where it is not named. */
  window: RateWindow | null;
}

const DAY_MS = 86_400_000;

/**
 * Reads `x-ratelimit-limit`, which is a list and not a number (`60, 100;w=1;name="safety…", 60;w=60;name="org_…"`: the
 * first names the nearest of the others), with `-remaining` and `-reset`. Null where they are missing or unreadable;
 * never throws. Source: research/pinterest-api.md §3.
 */
export function readRateLimit(headers: Headers): RateLimit | null {
  const text = headers.get('x-ratelimit-limit') ?? '';
  const nearest = leadingNumber(text);
  const remaining = leadingNumber(headers.get('x-ratelimit-remaining'));
  const reset = leadingNumber(headers.get('x-ratelimit-reset'));
  if (nearest === null || remaining === null) return null;
  const windows = [...text.matchAll(/(\d+);w=(\d+);name="([^"]*)"/g)].map(
    ([, limit, seconds, name]): RateWindow => ({
      name: name ?? '',
      limit: Number(limit),
      windowMs: Number(seconds) * 1000,
    }),
  );
  // Where two have the same number, the longer one is what will be missed.
  const [window = null] = windows
    .filter(({ limit }) => limit === nearest)
    .toSorted((one, other) => other.windowMs - one.windowMs);
  return { remaining, resetMs: Math.min((reset ?? 0) * 1000, MAX_WAIT_MS), window };
}

/** Whether a limit is counted by the day, as those of apps with Trial access are. */
export const isDaily = ({ window }: RateLimit): boolean =>
  window !== null && window.windowMs >= DAY_MS;

function leadingNumber(text: string | null): number | null {
  const digits = text?.match(/^\s*(\d{1,12})/)?.[1];
  return digits === undefined ? null : Number(digits);
}
