import { formatPercent } from '../../lib/format';
import { t } from '../../lib/i18n';

/** How much more or less than in the period before: a sign for the eye, words for the ear. */
export function Change({ change }: { change: number | null }) {
  if (change === null) return null;
  const share = formatPercent(change);
  const up = change >= 0;
  return (
    <span class={`tiny num ${up ? 'stats-up' : 'stats-down'}`}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'} {share}
      </span>
      <span class="spoken">{t(up ? 'statsUp' : 'statsDown', share)}</span>
    </span>
  );
}
