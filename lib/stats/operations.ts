import type { Input, Output } from '../pinterest/endpoints';

/**
 * What views may have read of Pinterest for their numbers, by operation. Nothing here changes anything at Pinterest: to
 * order a report is all that comes near.
 */
export const STATS_OPERATIONS = [
  'user_account/analytics',
  'user_account/analytics/top_pins',
  'user_account/analytics/top_video_pins',
  'pins/list',
  'pins/get',
  'pins/analytics',
  'multi_pins/analytics',
  'ad_accounts/list',
  'ad_accounts/get',
  'ad_account/analytics',
  'analytics/create_report',
  'analytics/get_report',
  'delivery_metrics/get',
  'audience_insights/get',
  'audience_insights_scope_and_type/get',
] as const;

export type StatsOperation = (typeof STATS_OPERATIONS)[number];
export type StatsInput<Id extends StatsOperation> = Input<Id> & object;
export type StatsOutput<Id extends StatsOperation> = Output<Id>;

/** A question of a view: which operation, with what, and whether what the session holds will not do. */
export interface StatsAsk {
  operation: StatsOperation;
  input: object;
  refresh: boolean;
}

/** Pinterest's reply as it came, and when, ms of UTC. */
export interface KeptReply<Reply = unknown> {
  readAt: number;
  reply: Reply;
}
