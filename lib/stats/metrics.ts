import type { StripMetric } from './types';

/** One row a metric: Pinterest's own name, and what views need to show it. */
export interface MetricRow {
  metric: StripMetric;
  labelKey: 'metricImpressions' | 'metricSaves' | 'metricOutboundClicks';
  higherIsBetter: boolean;
}

/** The metrics that Tack shows, in their order. */
export const METRICS: readonly MetricRow[] = [
  { metric: 'IMPRESSION', labelKey: 'metricImpressions', higherIsBetter: true },
  { metric: 'SAVE', labelKey: 'metricSaves', higherIsBetter: true },
  { metric: 'OUTBOUND_CLICK', labelKey: 'metricOutboundClicks', higherIsBetter: true },
];
