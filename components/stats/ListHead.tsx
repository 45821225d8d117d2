import type { ComponentChildren } from 'preact';

import { metricAbout, metricLabel } from '../../lib/stats/words';

interface ListHeadProps {
  title: string;
  words: string;
  /** What the columns of numbers are. */
  metrics: readonly string[];
  children?: ComponentChildren;
}

/** What a list of pins is, and what its numbers are. */
export function ListHead({ title, words, metrics, children }: ListHeadProps) {
  return (
    <header class="stats-list-head">
      <h2>{title}</h2>
      <p class="tiny muted">
        {words}{' '}
        {metrics.map((metric, at) => (
          <span key={metric} title={metricAbout(metric)}>
            {at > 0 && ' · '}
            {metricLabel(metric)}
          </span>
        ))}
      </p>
      {children}
    </header>
  );
}
