/** The three numbers that Tack shows everywhere; Pinterest's own metric names. */
export type StripMetric = 'IMPRESSION' | 'SAVE' | 'OUTBOUND_CLICK';

/** One metric over a period of days, with the period before it. */
export interface MetricSummary {
  metric: StripMetric;
  /** Sum over the known days; null where no day is known. */
  total: number | null;
  /** The same over the days before; null where any of them is not known. */
  before: number | null;
  /** (total - before) / before; null where it can't be said. */
  change: number | null;
  /** One entry a day, oldest first; null where the day is not known. */
  daily: (number | null)[];
  /** How many of the last days Pinterest still counts. */
  estimatedDays: number;
}

/** The account's numbers over the last `days` days. Dates are UTC, `YYYY-MM-DD`, both included. */
export interface StatsSummary {
  from: string;
  to: string;
  days: number;
  metrics: MetricSummary[];
  /** When Pinterest was asked, ms of UTC. */
  readAt: number;
}

/** One pin with its numbers of the last 30 days; `numbers` is null while Pinterest has not counted it yet. */
export interface PinStats {
  pinId: string;
  title: string;
  boardId: string;
  boardName: string;
  createdAt: string;
  imageUrl: string | null;
  numbers: Record<StripMetric, number> | null;
}
