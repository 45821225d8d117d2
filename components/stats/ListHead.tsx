import type { ComponentChildren } from 'preact';

import { metricLabel } from '../../lib/stats/words';
import { MetricWords } from './MetricWords';

interface ListHeadProps {
  title: string;
  words: string;
  /** What the columns of numbers are. */
  metrics: readonly string[];
  /** What is explained, where that is not the columns. */
  explained?: readonly string[];
  children?: ComponentChildren;
}

/** What a list of pins is, and what its numbers are. */
export function ListHead({ title, words, metrics, explained = metrics, children }: ListHeadProps) {
  return (
    <header class="stats-list-head">
      <h2>{title}</h2>
      <p class="tiny muted">
        {words}{' '}
        {metrics.map((metric, at) => (
          <span key={metric}>
            {at > 0 && ' · '}
            {metricLabel(metric)}
          </span>
        ))}
      </p>
      <MetricWords metrics={explained} />
      {children}
    </header>
  );
}
