import { AppError } from '../errors';
import type { Send } from '../messages/create-send';
import type { AnalyticsMetrics } from '../pinterest/types-analytics';
import { metricsAt, type MetricName } from './metrics';
import type { Period } from './periods';
import { isAboutOnePin } from './pins';
import { readStats } from './read';
import { unsplit } from './tables';

/** What can be asked of images and videos alike: Pinterest refuses a metric that one of them lacks. */
export const METRICS_OF_ANY_PIN = metricsAt('pin').filter((name) =>
  metricsAt('videoPin').includes(name),
);

/** The most pins that Pinterest takes in one request. */
const BATCH = 100;

/** A wait that is worth it while somebody looks on. */
const LONGEST_WAIT_MS = 60_000;

interface Options {
  signal: AbortSignal;
  refresh?: boolean;
  /** What is asked, where it is not what any pin has. */
  metrics?: readonly MetricName[];
}

/**
 * Gives pins' daily numbers: by the hundred where Pinterest grants that, else one by one as its limit lets, calling back
 * with all there are so far, and when the oldest of them were read (ms of UTC). A pin that Pinterest has not counted yet,
 * or does not show this account, is not among them.
 *
 * @throws AppError as the client does, but for what is about one pin
 */
export async function readPinNumbers(
  ask: Send,
  ids: readonly string[],
  { from, to }: Period,
  show: (numbers: ReadonlyMap<string, AnalyticsMetrics>, readAt: number) => void,
  { signal, refresh = false, metrics = METRICS_OF_ANY_PIN }: Options,
): Promise<void> {
  const period = { start_date: from, end_date: to, metric_types: [...metrics] };
  const found = new Map<string, AnalyticsMetrics>();
  let oldest = Infinity;
  const add = (readAt: number, numbers: [string, AnalyticsMetrics][]) => {
    oldest = Math.min(oldest, readAt);
    for (const [id, table] of numbers) found.set(id, table);
    if (!signal.aborted) show(new Map(found), oldest);
  };
  try {
    for (let at = 0; at < ids.length && !signal.aborted; at += BATCH) {
      const pin_ids = ids.slice(at, at + BATCH);
      const { reply, readAt } = await readStats(
        ask,
        'multi_pins/analytics',
        { ...period, pin_ids },
        refresh,
      );
      add(
        readAt,
        Object.entries(reply).map(([id, split]) => [id, unsplit(split)]),
      );
    }
  } catch (error) {
    if (!isNotGranted(error)) throw error;
    const one = (pin_id: string) =>
      readStats(ask, 'pins/analytics', { ...period, pin_id }, refresh);
    await oneByOne(ids, signal, async (id) => {
      const { reply, readAt } = await patiently(() => one(id), signal);
      add(readAt, [[id, unsplit(reply)]]);
    });
  }
}

/** So many pins that are refused, and none that is not, are no matter of one pin. */
const REFUSED_AT_FIRST = 3;

/** Asks of each pin in turn. One that is refused is passed over; where the first all are, their refusal is thrown. */
async function oneByOne(
  ids: readonly string[],
  signal: AbortSignal,
  run: (id: string) => Promise<void>,
): Promise<void> {
  let refused = 0;
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return;
    try {
      await run(id);
    } catch (error) {
      refused += 1;
      const isAll = refused === Math.min(REFUSED_AT_FIRST, ids.length) && at === refused - 1;
      if (isAll || !isAboutOnePin(error)) throw error;
    }
  }
}

/** The batch is a beta: an app without it is refused, or told that there is no such thing. */
const isNotGranted = (error: unknown) =>
  error instanceof AppError &&
  ['api/restricted-feature', 'auth/missing-scope', 'api/not-found', 'api/rejected'].includes(
    error.code,
  );

/** Asks, and once more after the wait that Pinterest names where its limit was met. */
async function patiently<Answer>(run: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    const wait = waitOf(error);
    if (wait === null || wait > LONGEST_WAIT_MS || signal.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
    return run();
  }
}

const waitOf = (error: unknown): number | null =>
  error instanceof AppError && error.code === 'api/rate-limited'
    ? (error as AppError<'api/rate-limited'>).data.retryAfterMs
    : null;
