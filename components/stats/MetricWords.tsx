import { t } from '../../lib/i18n';
import { metricAbout, metricLabel } from '../../lib/stats/words';

/** What the metrics of a view count, to be opened by whoever asks. One that Tack does not know has no words. */
export function MetricWords({ metrics }: { metrics: readonly string[] }) {
  const known = metrics.filter((name) => metricAbout(name));
  if (known.length === 0) return null;
  return (
    <details class="tiny stats-words">
      <summary>{t('metricWords')}</summary>
      <dl>
        {known.map((name) => (
          <div key={name}>
            <dt>{metricLabel(name)}</dt>
            <dd class="muted">{metricAbout(name)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
