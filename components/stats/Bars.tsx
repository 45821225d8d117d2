import { t } from '../../lib/i18n';
import { formatValue } from '../../lib/stats/words';

export interface Bar {
  key: string;
  label: string;
  /** 0 to 1; null where it is not known. */
  share: number | null;
  /** Said in place of the share. */
  text?: string;
}

/** Shares as bars; the words beside each say the same, so the bars are silent. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <dl class="bars tiny" aria-label={label}>
      {bars.map(({ key, label: name, share, text }) => (
        <div class="bar" key={key}>
          <dt>{name}</dt>
          <dd class="num">
            <span class="bar-track" aria-hidden="true">
              <span class="bar-fill" style={{ inlineSize: `${Math.min(1, share ?? 0) * 100}%` }} />
            </span>
            {[text, share !== null && formatValue(share, 'share')].filter(Boolean).join(' · ') ||
              t('statsNotCounted')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
