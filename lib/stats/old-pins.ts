import type { AnalyticsMetrics, DailyMetrics } from '../pinterest/types-analytics';
import type { MetricName } from './metrics';

/**
 * Since this day Pinterest counts the whole life of pins of every format, and who follows and visits by them; before it only
 * those of videos and Idea pins (API description, pins/analytics).
 */
const COUNTED_FROM = Date.UTC(2023, 2, 20);

/** Whether a pin was made before that. @param createdAt ms of UTC; 0 where it is not known */
export const isBeforeCounting = (createdAt: number): boolean =>
  createdAt > 0 && createdAt < COUNTED_FROM;

const UNCOUNTED: readonly string[] = [
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
  'USER_FOLLOW',
  'PROFILE_VISIT',
] satisfies MetricName[];

/** The numbers of a pin that is so old: a zero of what was not counted says nothing, and is left out. */
export function withoutUncounted(table: AnalyticsMetrics): AnalyticsMetrics {
  const { daily_metrics: days, summary_metrics: summary, lifetime_metrics: lifetime } = table;
  return {
    ...(days && { daily_metrics: days.map(dayOf) }),
    ...(summary && { summary_metrics: counted(summary) }),
    ...(lifetime && { lifetime_metrics: counted(lifetime) }),
  };
}

const dayOf = (day: DailyMetrics): DailyMetrics =>
  day.metrics ? { ...day, metrics: counted(day.metrics) } : day;

const counted = (numbers: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(numbers).filter(([name, value]) => value !== 0 || !UNCOUNTED.includes(name)),
  );
