import { formatDay } from '../../lib/format';
import { t } from '../../lib/i18n';
import {
  clampPeriod,
  lastDays,
  windowOf,
  type Comparison,
  type Period,
} from '../../lib/stats/periods';
import { Segmented } from '../ui/Segmented';
import { DateField } from './DateField';
import { Select } from './Select';

/** What the person chose to look at. */
export interface PeriodChoice {
  /** `own` is between two days that the person set. */
  span: '7' | '30' | '89' | 'own';
  own: Period;
  comparison: Comparison | 'none';
}

export const USUAL_CHOICE: PeriodChoice = {
  span: '30',
  own: { from: '', to: '' },
  comparison: 'before',
};

/** The days that a choice stands for; the person's own ones are kept inside what Pinterest has. */
export const periodOf = ({ span, own }: PeriodChoice, now: number): Period =>
  span === 'own' ? clampPeriod(own, now) : lastDays(Number(span), now);

interface PeriodBarProps {
  choice: PeriodChoice;
  now: number;
  onChoose: (choice: PeriodChoice) => void;
  /** Without it there is nothing to compare with. */
  hasComparison?: boolean;
}

/** The days that are shown, and what they are compared with. All days are Pinterest's: UTC. */
export function PeriodBar({ choice, now, onChoose, hasComparison = true }: PeriodBarProps) {
  const period = periodOf(choice, now);
  const choose = (span: PeriodChoice['span']) => onChoose({ ...choice, span, own: period });
  return (
    <div class="stats-bar">
      <Segmented<PeriodChoice['span']>
        label={t('periodLabel')}
        value={choice.span}
        onChange={choose}
        options={[
          { value: '7', label: t('periodDays', 7) },
          { value: '30', label: t('periodDays', 30) },
          { value: '89', label: t('periodDays', 89) },
          { value: 'own', label: t('periodOwn') },
        ]}
      />
      {hasComparison && (
        <Select<PeriodChoice['comparison']>
          label={t('compareLabel')}
          value={choice.comparison}
          onChange={(comparison) => onChoose({ ...choice, comparison })}
          options={[
            { value: 'before', label: t('compareBefore') },
            { value: 'weekdays', label: t('compareWeekdays') },
            { value: 'none', label: t('compareNone') },
          ]}
        />
      )}
      {choice.span === 'own' && (
        <OwnPeriod {...{ period, now }} onChoose={(own) => onChoose({ ...choice, own })} />
      )}
      <p class="tiny muted stats-bar-words">
        {t('periodWords', formatDay(period.from), formatDay(period.to))}
      </p>
    </div>
  );
}

interface OwnPeriodProps {
  period: Period;
  now: number;
  onChoose: (own: Period) => void;
}

function OwnPeriod({ period, now, onChoose }: OwnPeriodProps) {
  const { from: min, to: max } = windowOf(now);
  const field = (end: 'from' | 'to') => (
    <DateField
      label={t(end === 'from' ? 'periodFrom' : 'periodTo')}
      {...{ min, max }}
      value={period[end]}
      onChoose={(date) => onChoose({ ...period, [end]: date })}
    />
  );
  return (
    <div class="stats-dates">
      {field('from')}
      {field('to')}
    </div>
  );
}
