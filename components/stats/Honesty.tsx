import { formatDay } from '../../lib/format';
import { t } from '../../lib/i18n';
import type { Period } from '../../lib/stats/periods';
import type { StatusRuns } from '../../lib/stats/tables';
import { statusText } from '../../lib/stats/words';
import { ReadAt } from './ReadAt';

interface HonestyProps {
  statuses: readonly StatusRuns[];
  /** ms of UTC. */
  readAt: number;
  isBusy: boolean;
  onRefresh: () => void;
  /** Said where there is nothing to compare with. */
  note?: string | null;
}

/** What the numbers are worth: which days are not final and why, how late Pinterest is, and when it was asked. */
export function Honesty({ statuses, readAt, isBusy, onRefresh, note = null }: HonestyProps) {
  return (
    <div class="tiny muted stats-honesty">
      {note && <p>{note}</p>}
      {statuses.length > 0 && (
        <ul>
          {statuses.map(({ status, runs }) => (
            <li key={status}>
              {runs.map(daysText).join(', ')}: {statusText(status)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {t('statsLegend')} {t('statsLate')}
      </p>
      <ReadAt {...{ readAt, isBusy, onRefresh }} />
    </div>
  );
}

const daysText = ({ from, to }: Period): string =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
