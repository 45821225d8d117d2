import type { RateCategory } from './endpoint';
import type { RateLimit } from './rate-limit';

/** Where a category stood at its last answer. */
export interface LaneLevel {
  remaining: number;
  /** When its window begins anew, ms of UTC. */
  resetAt: number;
}

/** Calls that views leave to publishing, which reads boards back to tell whether a pin is there. */
export const RESERVED_CALLS = 20;

/** Only this category is used by both. */
const shared: ReadonlySet<string> = new Set<RateCategory>(['org_read']);

/** Gives what is kept of an answer's headers. */
export const levelOf = ({ remaining, resetMs }: RateLimit, now: number): LaneLevel => ({
  remaining,
  resetAt: now + resetMs,
});

/**
 * Until when a view may not read (ms of UTC, 0 if it may): reading yields to publishing before Pinterest says no to both.
 */
export function reservedUntil(category: string, level: LaneLevel | undefined, now: number): number {
  if (!level || !shared.has(category) || level.resetAt <= now) return 0;
  return level.remaining > RESERVED_CALLS ? 0 : level.resetAt;
}
