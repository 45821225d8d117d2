import { formatPercent } from '../../lib/format';
import { t } from '../../lib/i18n';
import { metricRow } from '../../lib/stats/metrics';

interface ChangeProps {
  /** As a share of what was before; null where it can't be said. */
  change: number | null;
  metric: string;
}

/** How much more or less than in the period before: a sign for the eye, words for the ear, a colour where one is the better. */
export function Change({ change, metric }: ChangeProps) {
  if (change === null) return null;
  const share = formatPercent(change);
  const up = change >= 0;
  return (
    <span class={`tiny num ${toneOf(up, metric)}`}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'} {share}
      </span>
      <span class="spoken">{t(up ? 'statsUp' : 'statsDown', share)}</span>
    </span>
  );
}

/** Whether more is better is said by the catalogue; of a metric that it lacks nobody knows. */
function toneOf(up: boolean, metric: string): string {
  const row = metricRow(metric);
  if (!row) return '';
  return up === row.higherIsBetter ? 'stats-better' : 'stats-worse';
}
