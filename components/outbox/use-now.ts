import { useEffect, useMemo, useState } from 'preact/hooks';

import { isUnsent } from '../../lib/outbox/job';
import type { Job } from '../../lib/outbox/types';

/** The times that a view shows are no older than this, ms. */
const TICK_MS = 30_000;

/** Thousands of rows may each have a moment of their own: they are drawn for together, ms. */
const LEAST_MS = 1000;

/**
 * Gives the time (ms of UTC) that a list of pins is drawn for: it goes on by itself, and at the very moment in which one that
 * waits goes on, or Pinterest takes pins again.
 *
 * @param pauses until when each rate category is paused, ms of UTC
 */
export function useNow(jobs: readonly Job[], pauses: Readonly<Record<string, number>>): number {
  const [now, setNow] = useState(Date.now);
  const next = useMemo(() => nextMoment(jobs, pauses, now), [jobs, pauses, now]);
  useEffect(() => {
    const inMs = Math.max(LEAST_MS, Math.min(TICK_MS, next - Date.now()));
    const tick = setTimeout(() => setNow(Date.now()), inMs);
    return () => clearTimeout(tick);
  }, [next, now]);
  return now;
}

/** The first moment after `now` in which a row says something else than before; Infinity where there is none. */
function nextMoment(
  jobs: readonly Job[],
  pauses: Readonly<Record<string, number>>,
  now: number,
): number {
  let next = Infinity;
  const meet = (at: number) => {
    if (at > now && at < next) next = at;
  };
  for (const until of Object.values(pauses)) meet(until);
  for (const job of jobs) {
    if (job.pause?.kind === 'waiting') meet(job.pause.until);
    if (isUnsent(job)) meet(job.notBefore ?? 0);
  }
  return next;
}
