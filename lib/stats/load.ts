import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import type { Pin } from '../pinterest/types';
import type { AnalyticsMetrics } from '../pinterest/types-analytics';
import { boardIndex, recentPins, statsSummary } from '../storage/items';
import { METRICS } from './metrics';
import { lastDays, periodBefore, type Period } from './periods';
import { summarise } from './series';
import type { PinStats, StatsSummary, StripMetric } from './types';

/** Pinterest counts about once a day; asking more often tells nothing new. */
const FRESH_MS = 10 * 60_000;
const RECENT_PINS = 25;
/** Where the batch is not granted, pins are asked for one by one, and the lane has 60 a minute. */
const ONE_BY_ONE = 10;

const metricTypes = METRICS.map(({ metric }) => metric);

/**
 * Gives the account's numbers of the last `days` days and of those before, by one request.
 * @throws AppError as the client does
 */
export async function loadSummary(
  client: PinterestClient,
  { days, refresh, now = Date.now() }: { days: number; refresh: boolean; now?: number },
): Promise<StatsSummary> {
  const kept = await statsSummary.getValue();
  if (kept && kept.days === days && !refresh && now - kept.readAt < FRESH_MS) return kept;
  const period = lastDays(days, now);
  const before = periodBefore(period, now);
  const reply = await client.call('user_account/analytics', {
    start_date: before?.from ?? period.from,
    end_date: period.to,
    metric_types: metricTypes,
  });
  const metrics = metricTypes.map((metric) => summarise(metric, unsplit(reply), period, before));
  const summary: StatsSummary = { ...period, days, metrics, readAt: now };
  await statsSummary.setValue(summary);
  return summary;
}

/** Gives the newest pins with their numbers of the last 30 days. @throws AppError as the client does */
export async function loadRecentPins(
  client: PinterestClient,
  { refresh, now = Date.now() }: { refresh: boolean; now?: number },
): Promise<PinStats[]> {
  const kept = await recentPins.getValue();
  if (kept && !refresh && now - kept.readAt < FRESH_MS) return kept.pins;
  const { items } = await client.call('pins/list', { page_size: RECENT_PINS });
  const numbers = await numbersOf(client, items, lastDays(30, now));
  const names = new Map((await boardIndex.getValue())?.boards.map(({ id, name }) => [id, name]));
  const pins = items.map((pin) => toPinStats(pin, names, numbers.get(pin.id)));
  await recentPins.setValue({ readAt: now, pins });
  return pins;
}

async function numbersOf(client: PinterestClient, pins: Pin[], { from, to }: Period) {
  const period = { start_date: from, end_date: to, metric_types: metricTypes };
  const pin_ids = pins.map(({ id }) => id);
  if (pin_ids.length === 0) return new Map<string, AnalyticsMetrics>();
  try {
    const reply = await client.call('multi_pins/analytics', { ...period, pin_ids });
    return new Map(Object.entries(reply).map(([id, split]) => [id, unsplit(split)]));
  } catch (error) {
    if (!isNotGranted(error)) throw error;
    const ids = pin_ids.slice(0, ONE_BY_ONE);
    const replies = await Promise.all(
      ids.map(
        async (pin_id) =>
          [pin_id, unsplit(await client.call('pins/analytics', { ...period, pin_id }))] as const,
      ),
    );
    return new Map(replies);
  }
}

/** The batch is a beta: an app without it is refused, or told that there is no such thing. */
const isNotGranted = (error: unknown) =>
  error instanceof AppError &&
  ['api/restricted-feature', 'auth/missing-scope', 'api/not-found', 'api/rejected'].includes(
    error.code,
  );

/** An unsplit reply has one entry, `all`; in one place the live service writes it in capitals. */
function unsplit(reply: Record<string, AnalyticsMetrics>): AnalyticsMetrics {
  return reply['all'] ?? reply['ALL'] ?? Object.values(reply)[0] ?? {};
}

function toPinStats(
  pin: Pin,
  boardNames: ReadonlyMap<string, string>,
  analytics: AnalyticsMetrics | undefined,
): PinStats {
  const { images } = pin.media ?? {};
  const image = images?.['150x150'] ?? images?.['400x300'] ?? Object.values(images ?? {})[0];
  return {
    pinId: pin.id,
    title: pin.title ?? '',
    boardId: pin.board_id ?? '',
    boardName: boardNames.get(pin.board_id ?? '') ?? '',
    createdAt: pin.created_at ?? '',
    imageUrl: image?.url ?? null,
    numbers: countedNumbers(analytics),
  };
}

/** A pin of which no day is counted has no numbers yet; zeros would be a guess. */
function countedNumbers(
  analytics: AnalyticsMetrics | undefined,
): Record<StripMetric, number> | null {
  const counted = analytics?.daily_metrics?.some(({ data_status }) => data_status === 'READY');
  const sums = analytics?.summary_metrics;
  if (!counted || !sums) return null;
  return {
    IMPRESSION: sums['IMPRESSION'] ?? 0,
    SAVE: sums['SAVE'] ?? 0,
    OUTBOUND_CLICK: sums['OUTBOUND_CLICK'] ?? 0,
  };
}
