import { t } from '../../lib/i18n';
import { metricAbout, metricLabel } from '../../lib/stats/words';

interface MetricChipsProps {
  metrics: readonly string[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** Where lines are parts of one metric, one is chosen at a time. */
  onlyOne?: boolean;
}

/** Which metrics are shown; one of them always is. */
export function MetricChips({ metrics, chosen, onChoose, onlyOne = false }: MetricChipsProps) {
  const toggle = (metric: string) => {
    if (onlyOne) return onChoose([metric]);
    const rest = chosen.filter((each) => each !== metric);
    if (rest.length === chosen.length)
      return onChoose(metrics.filter((each) => each === metric || chosen.includes(each)));
    return rest.length > 0 ? onChoose(rest) : undefined;
  };
  return (
    <div class="stats-chips" role="group" aria-label={t('statsMetric')}>
      {metrics.map((metric) => (
        <button
          key={metric}
          type="button"
          class="stats-chip"
          aria-pressed={chosen.includes(metric)}
          title={metricAbout(metric)}
          onClick={() => toggle(metric)}
        >
          {metricLabel(metric)}
        </button>
      ))}
    </div>
  );
}
