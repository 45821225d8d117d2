import { useEffect, useMemo, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { formatWhen } from '../../lib/format-when';
import { t } from '../../lib/i18n';
import type { TopPins as Reply } from '../../lib/pinterest/types-analytics';
import type { Sheet } from '../../lib/stats/export';
import { inOrder, metricsAt, TOP_SORTS } from '../../lib/stats/metrics';
import { findPins, unknownPin, type PinRow } from '../../lib/stats/pins';
import { valueIn } from '../../lib/stats/tables';
import { metricLabel, statusText } from '../../lib/stats/words';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { FileButtons } from './FileButtons';
import { ListHead } from './ListHead';
import { PeriodBar, periodOf, USUAL_CHOICE } from './PeriodBar';
import { PinLine } from './PinLine';
import { Problem } from './Problem';
import { ReadAt } from './ReadAt';
import { Select } from './Select';
import type { PinListProps } from './stats-props';
import { useStats } from './use-stats';

type Kind = 'pins' | 'videos';

/** The most that Pinterest lists. */
const DEPTH = 50;

const sortsOf: Record<Kind, readonly string[]> = { pins: TOP_SORTS, videos: metricsAt('topVideo') };

/** The pins or the videos that did best, by each of Pinterest's sorts. */
export function TopPins(props: PinListProps) {
  const { ask, now } = props;
  const [kind, setKind] = useState<Kind>('pins');
  const [sort, setSort] = useState('IMPRESSION');
  const [isNew, setNew] = useState(false);
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const { from, to } = periodOf(choice, now);
  const question = {
    start_date: from,
    end_date: to,
    sort_by: sort,
    num_of_pins: DEPTH,
    metric_types: metricsAt(kind === 'pins' ? 'top' : 'topVideo'),
    ...(isNew ? { created_in_last_n_days: 30 as const } : {}),
  };
  const operation =
    kind === 'pins' ? 'user_account/analytics/top_pins' : 'user_account/analytics/top_video_pins';
  const { reply, readAt, error, isBusy, refresh } = useStats(ask, operation, question);
  const top = useMemo(() => reply?.pins?.filter(({ pin_id }) => pin_id) ?? [], [reply]);
  const ids = useMemo(() => top.map(({ pin_id }) => pin_id ?? ''), [top]);
  const { found, problem } = useFound(props, ids);
  const shown = [...new Set([sort, 'IMPRESSION', 'SAVE', 'OUTBOUND_CLICK'])].slice(0, 3);
  const chooseKind = (next: Kind) => {
    setKind(next);
    if (!sortsOf[next].includes(sort)) setSort('IMPRESSION');
  };
  return (
    <section class="stats-part" aria-label={t('topTitle')} aria-busy={isBusy}>
      <PeriodBar {...{ choice, now }} onChoose={setChoice} hasComparison={false} />
      <div class="stats-bar">
        <Segmented<Kind>
          label={t('topKind')}
          value={kind}
          onChange={chooseKind}
          options={[
            { value: 'pins', label: t('topPins') },
            { value: 'videos', label: t('topVideos') },
          ]}
        />
        <Select
          label={t('sortLabel')}
          value={sort}
          onChange={setSort}
          options={sortsOf[kind].map((value) => ({ value, label: metricLabel(value) }))}
        />
        <label class="stats-check">
          <input type="checkbox" checked={isNew} onChange={() => setNew(!isNew)} /> {t('topNew')}
        </label>
      </div>
      <ListHead title={t('topTitle')} words={freshness(reply, now)} metrics={shown}>
        <p class="figure-tools">
          <FileButtons
            name={`pinterest-top-${kind}-${from}-${to}`}
            sheet={() => sheetOfTop(top, found)}
          />
        </p>
      </ListHead>
      {error && <Problem {...props} error={error} onRetry={refresh} />}
      {problem && !error && <Problem {...props} error={problem} onRetry={refresh} />}
      {!reply && !error && <Skeleton height="240px" />}
      {reply && top.length === 0 && <p class="empty muted">{t('topNone')}</p>}
      <ol>
        {top.map((pin, at) => (
          <li key={pin.pin_id}>
            <PinLine
              {...props}
              pin={found.get(ids[at] ?? '') ?? unknownPin(ids[at] ?? '')}
              rank={at + 1}
              numbers={Object.fromEntries(shown.map((name) => [name, valueIn(pin, name)]))}
            />
            <NotFinal statuses={pin.data_status ?? {}} />
          </li>
        ))}
      </ol>
      {reply && <ReadAt {...{ readAt, isBusy }} onRefresh={refresh} />}
    </section>
  );
}

function useFound({ ask }: PinListProps, ids: readonly string[]) {
  const [found, setFound] = useState<ReadonlyMap<string, PinRow>>(new Map());
  const [problem, setProblem] = useState<AppError | null>(null);
  useEffect(() => {
    const shown = new AbortController();
    setProblem(null);
    if (ids.length > 0)
      findPins(ask, ids, setFound, shown.signal).catch(
        (met: unknown) => shown.signal.aborted || setProblem(toAppError(met)),
      );
    return () => shown.abort();
  }, [ask, ids]);
  return { found, problem };
}

/** Until when Pinterest has counted. */
function freshness(reply: Reply | null, now: number): string {
  const latest = reply?.date_availability?.latest_available_timestamp;
  return latest ? t('topUntil', formatWhen(latest, now)) : t('statsLate');
}

/** Why a pin's numbers are not final, where they are not. */
function NotFinal({ statuses }: { statuses: Record<string, string> }) {
  const others = [...new Set(Object.values(statuses))].filter((status) => status !== 'READY');
  if (others.length === 0) return null;
  return <p class="tiny faint pin-line-note">{others.map(statusText).join(' ')}</p>;
}

function sheetOfTop(top: NonNullable<Reply['pins']>, found: ReadonlyMap<string, PinRow>): Sheet {
  const metrics = inOrder(top.flatMap((pin) => Object.keys(pin.metrics ?? {})));
  return {
    columns: ['rank', 'pin_id', 'title', ...metrics],
    rows: top.map((pin, at) => [
      at + 1,
      pin.pin_id ?? '',
      found.get(pin.pin_id ?? '')?.title ?? '',
      ...metrics.map((name) => valueIn(pin, name)),
    ]),
  };
}
