import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { AnalyticsMetrics } from '../../lib/pinterest/types-analytics';
import { missingOf } from '../../lib/stats/missing';
import { lastDays } from '../../lib/stats/periods';
import { readPinNumbers } from '../../lib/stats/pin-numbers';
import { walkPins, type PinRow } from '../../lib/stats/pins';
import { totalOf } from '../../lib/stats/tables';
import { Skeleton } from '../ui/Skeleton';
import { ListHead } from './ListHead';
import { PinLine } from './PinLine';
import { Problem } from './Problem';
import { ReadAt } from './ReadAt';
import type { PinListProps } from './stats-props';

/** How many of the newest are shown. */
const SHOWN = 25;
const METRICS = ['IMPRESSION', 'SAVE', 'OUTBOUND_CLICK'];

type Numbers = ReadonlyMap<string, AnalyticsMetrics>;

/** The newest pins, each with its numbers of the last 30 days. */
export function RecentPins(props: PinListProps) {
  const { ask, now } = props;
  const [pins, setPins] = useState<PinRow[] | null>(null);
  const [numbers, setNumbers] = useState<Numbers>(new Map());
  const [readAt, setReadAt] = useState(0);
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const shown = new AbortController();
    const options = { signal: shown.signal, refresh: tries > 0 };
    const load = async () => {
      let newest: PinRow[] = [];
      let listedAt = 0;
      const show = (walked: PinRow[], _: boolean, at: number) => {
        newest = walked;
        listedAt = at;
        setPins(walked);
        setReadAt(at);
      };
      const showNumbers = (read: Numbers, at: number) => {
        setNumbers(read);
        setReadAt(Math.min(listedAt, at));
      };
      await walkPins(ask, show, { ...options, only: SHOWN });
      const ids = newest.map(({ id }) => id);
      await readPinNumbers(ask, ids, lastDays(30, now), showNumbers, options);
      if (!shown.signal.aborted) setDone(true);
    };
    setDone(false);
    setError(null);
    load().catch((met: unknown) => shown.signal.aborted || setError(toAppError(met)));
    return () => shown.abort();
  }, [ask, now, tries]);
  // What a personal account lacks is said above, with the account's own numbers.
  const isPersonal = error !== null && missingOf(error, props.account) === 'personal';
  const missing = isPersonal ? 'never' : error ? 'unread' : isDone ? undefined : 'coming';
  return (
    <section aria-label={t('recentTitle')}>
      <ListHead title={t('recentTitle')} words={t('recentWords')} metrics={METRICS} />
      {error && !isPersonal && (
        <Problem {...props} error={error} onRetry={() => setTries(tries + 1)} />
      )}
      {!pins && !error && <Skeleton height="180px" />}
      {pins?.length === 0 && <p class="empty muted">{t('recentPinsEmpty')}</p>}
      <ul>
        {(pins ?? []).map((pin) => (
          <li key={pin.id}>
            <PinLine
              {...props}
              pin={pin}
              numbers={sumsOf(numbers.get(pin.id))}
              missing={numbers.has(pin.id) ? undefined : missing}
            />
          </li>
        ))}
      </ul>
      {pins && (
        <ReadAt readAt={readAt} isBusy={!isDone && !error} onRefresh={() => setTries(tries + 1)} />
      )}
    </section>
  );
}

const sumsOf = (table: AnalyticsMetrics | undefined) =>
  table ? Object.fromEntries(METRICS.map((metric) => [metric, totalOf(table, metric)])) : null;
