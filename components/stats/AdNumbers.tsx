import { useMemo, useState } from 'preact/hooks';

import { formatNumber, numberFormat, t } from '../../lib/i18n';
import type { Granularity } from '../../lib/pinterest/types-ads';
import {
  adPeriod,
  adSheet,
  columnsOf,
  GRANULARITIES,
  USUAL_COLUMNS,
  type AdColumn,
} from '../../lib/stats/ads';
import type { Sheet } from '../../lib/stats/export';
import { Skeleton } from '../ui/Skeleton';
import { FileButtons } from './FileButtons';
import { NumberTable } from './NumberTable';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { Problem } from './Problem';
import { ReadAt } from './ReadAt';
import { ReportOrder } from './ReportOrder';
import { Select } from './Select';
import type { AdProps } from './stats-props';
import { useStats } from './use-stats';

/** How an ad account's ads do, in the columns that the person picks from Pinterest's own definitions. */
export function AdNumbers({ adAccountId, ...props }: AdProps) {
  const { ask, now } = props;
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const [granularity, setGranularity] = useState<Granularity>('DAY');
  const [chosen, setChosen] = useState<string[]>(USUAL_COLUMNS);
  const period = adPeriod(periodOf(choice, now), granularity, now);
  const question = {
    ad_account_id: adAccountId,
    start_date: period.from,
    end_date: period.to,
    granularity,
    columns: chosen,
  };
  const { reply, readAt, error, isBusy, refresh } = useStats(ask, 'ad_account/analytics', question);
  const defined = useStats(ask, 'delivery_metrics/get', { report_type: 'SYNC' as const });
  const columns = useMemo(() => columnsOf(defined.reply), [defined.reply]);
  const sheet = useMemo(() => adSheet(reply ?? [], chosen), [reply, chosen]);
  return (
    <section class="stats-list" aria-label={t('adsNumbers')} aria-busy={isBusy}>
      <h3>{t('adsNumbers')}</h3>
      <PeriodBar {...{ choice, now }} hasComparison={false} onChoose={setChoice} />
      <Select
        label={t('adsStep')}
        value={granularity}
        onChange={setGranularity}
        options={GRANULARITIES.map((value) => ({ value, label: t(`adsStep_${value}`) }))}
      />
      {granularity === 'HOUR' && <p class="tiny muted">{t('adsHours', period.from, period.to)}</p>}
      <ColumnPicker {...{ columns, chosen }} onChoose={setChosen} />
      {error && <Problem {...props} error={error} onRetry={refresh} />}
      {!reply && !error && <Skeleton height="160px" />}
      {reply && <AdTable {...{ sheet, columns }} />}
      {reply && (
        <p class="figure-tools">
          <FileButtons name={`pinterest-ads-${period.from}-${period.to}`} sheet={() => sheet} />
        </p>
      )}
      {reply && <ReadAt {...{ readAt, isBusy }} onRefresh={refresh} />}
      <ReportOrder
        key={adAccountId}
        {...props}
        {...{ adAccountId, granularity }}
        columns={chosen}
        period={periodOf(choice, now)}
      />
    </section>
  );
}

interface ColumnPickerProps {
  columns: readonly AdColumn[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** Which columns are shown; one of them always is. */
function ColumnPicker({ columns, chosen, onChoose }: ColumnPickerProps) {
  const toggle = (name: string, box: HTMLInputElement) => {
    const rest = chosen.filter((each) => each !== name);
    if (rest.length === chosen.length) onChoose([...chosen, name]);
    else if (rest.length > 0) onChoose(rest);
    else box.checked = true; // nothing is drawn anew, and the browser has taken the tick away
  };
  return (
    <details class="small">
      <summary>{t('adsColumns', formatNumber(chosen.length))}</summary>
      <ul class="ad-columns">
        {columns.map(({ name, label, definition }) => (
          <li key={name}>
            <label class="stats-check">
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={(event) => toggle(name, event.currentTarget)}
              />{' '}
              {label}
            </label>
            <span class="tiny muted"> {definition}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function AdTable({ sheet, columns }: { sheet: Sheet; columns: readonly AdColumn[] }) {
  const labelOf = (name: string) =>
    name === 'DATE' ? t('tableDay') : (columns.find((each) => each.name === name)?.label ?? name);
  if (sheet.rows.length === 0) return <p class="muted small">{t('adsEmpty')}</p>;
  return (
    <NumberTable
      label={t('adsNumbers')}
      columns={sheet.columns.map(labelOf)}
      rows={sheet.rows.map((row, at) => ({
        key: String(at),
        cells: row.map((value, column) => cellText(value, sheet.columns[column] ?? '')),
      }))}
    />
  );
}

/** A number as Pinterest gives it, to its last place: a rate of ads may be less than a thousandth. */
function cellText(value: string | number | null, column: string): string {
  if (value === null) return t('statsNotCounted');
  if (typeof value === 'string' || column.endsWith('_ID')) return String(value);
  return numberFormat({ maximumFractionDigits: 10 }).format(value);
}
