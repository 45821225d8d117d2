import type { AccountAnalyticsQuery } from '../pinterest/types-analytics';
import { metricsAt } from './metrics';
import { spanOf, type Period } from './periods';

/** How many days the numbers cover where nothing else is chosen. */
export const USUAL_DAYS = 30;

/**
 * What is asked for the account's numbers of a period and of the one that it is compared with, by one request. The popup
 * and the side panel ask the same, so that one of them opens with what the other read.
 */
export const accountQuestion = (
  period: Period,
  before: Period | null,
  filters: Pick<AccountAnalyticsQuery, 'split_field' | 'content_type'> = {},
): AccountAnalyticsQuery => {
  const { from, to } = spanOf(period, before);
  return { start_date: from, end_date: to, metric_types: metricsAt('account'), ...filters };
};
