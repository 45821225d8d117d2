import type { Send } from '../messages/create-send';
import type { AnalyticsMetrics } from '../pinterest/types-analytics';
import { accountQuestion, USUAL_DAYS } from './account-question';
import { isFresh } from './kept';
import type { MetricName } from './metrics';
import { lastDays, periodBefore, type Period } from './periods';
import { pinterestNow, readKept, readStats } from './read';
import { changeOf, dailyOf, openDays, totalIn, unsplit, totalBefore } from './tables';

/** One metric of the strip. */
export interface StripFigure {
  /** Over the known days of the period; null where none is known. */
  total: number | null;
  /** Against the period before, as a share; null where it can't be said. */
  change: number | null;
  /** One entry a day, oldest first; null is a gap. */
  daily: (number | null)[];
  /** How many of the last days may still change. */
  openTail: number;
}

/**
 * Shows the account's numbers of the last 30 days: what the session holds at once, then what the background gives, which
 * is one request at most and none within ten minutes.
 *
 * @throws AppError as the client does
 */
export async function loadStrip(
  ask: Send,
  metrics: readonly MetricName[],
  show: (figures: StripFigure[]) => void,
): Promise<void> {
  const now = await pinterestNow();
  const period = lastDays(USUAL_DAYS, now);
  const before = periodBefore(period, now);
  const question = accountQuestion(period, before);
  const draw = (table: AnalyticsMetrics) =>
    show(metrics.map((metric) => figureOf(table, metric, period, before)));
  const kept = await readKept('user_account/analytics', question);
  if (kept) draw(unsplit(kept.reply));
  if (isFresh(kept)) return;
  draw(unsplit((await readStats(ask, 'user_account/analytics', question)).reply));
}

/** Makes one metric's figures of a period and of the one before. */
export function figureOf(
  table: AnalyticsMetrics,
  metric: string,
  period: Period,
  before: Period | null,
): StripFigure {
  const total = totalIn(table, metric, period);
  return {
    total,
    change: changeOf(
      total,
      before && totalBefore(metric, { table, period }, { table, period: before }),
    ),
    daily: dailyOf(table, metric, period),
    openTail: tailOf(openDays(table, period)),
  };
}

const tailOf = (open: readonly boolean[]): number =>
  open.length - 1 - open.findLastIndex((isOpen) => !isOpen);
