import { useMemo, useState } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import { toCsv } from '../../lib/stats/export';
import { inOrder } from '../../lib/stats/metrics';
import { pinsOfPage, type PinRow } from '../../lib/stats/pins';
import { metricLabel } from '../../lib/stats/words';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { ListHead } from './ListHead';
import { PinList } from './PinList';
import { Problem } from './Problem';
import { saveText } from './save-text';
import { Select } from './Select';
import type { PinListProps } from './stats-props';
import { useAllPins } from './use-pins';

interface AllPinsProps extends PinListProps {
  /** Only pins that lead to this page, where it is given; '' where the page is not known. */
  pageUrl?: string;
}

const USUAL = ['IMPRESSION', 'OUTBOUND_CLICK'];

/** Every pin with its own figures, or those that lead to the page in front: by age, or by any figure. */
export function AllPinsView({ pageUrl, ...props }: AllPinsProps) {
  const { pins, isWhole, error, retry } = useAllPins(props.ask);
  const [sort, setSort] = useState('');
  const [span, setSpan] = useState<'days90' | 'lifetime'>('days90');
  const isPage = pageUrl !== undefined;
  const found = useMemo(
    () => (pageUrl === undefined ? pins : pinsOfPage(pins, pageUrl)),
    [pins, pageUrl],
  );
  const metrics = useMemo(
    () => inOrder(found.flatMap((pin) => Object.keys(pin[span] ?? {}))),
    [found, span],
  );
  const sorted = useMemo(() => sortedBy(found, sort, span), [found, sort, span]);
  const shown = [...new Set([...(sort ? [sort] : []), ...USUAL])].slice(0, 3);
  const numbersOf = (pin: PinRow) =>
    pin[span] && Object.fromEntries(shown.map((metric) => [metric, pin[span]?.[metric] ?? null]));
  const title = t(isPage ? 'pageTitle' : 'allTitle');
  return (
    <section class="stats-fill" aria-label={title} aria-busy={!isWhole && !error}>
      <ListHead
        title={title}
        words={t(span === 'days90' ? 'allDays90' : 'allLifetime')}
        metrics={shown}
      >
        <div class="stats-bar">
          <Select
            label={t('sortLabel')}
            value={sort}
            onChange={setSort}
            options={['', ...metrics].map((value) => ({
              value,
              label: value ? metricLabel(value) : t('sortNewest'),
            }))}
          />
          <Select
            label={t('spanLabel')}
            value={span}
            onChange={setSpan}
            options={[
              { value: 'days90', label: t('spanDays90') },
              { value: 'lifetime', label: t('spanLifetime') },
            ]}
          />
          <Button kind="plain" label={t('exportCsv')} onClick={() => save(sorted, props.boardName)}>
            CSV
          </Button>
        </div>
        <p class="tiny muted" role="status">
          {t(
            isWhole ? 'allCount' : 'allCountSoFar',
            formatNumber(found.length),
            formatNumber(pins.length),
          )}
        </p>
      </ListHead>
      {error && <Problem {...props} error={error} onRetry={retry} />}
      {pins.length === 0 && !isWhole && !error && <Skeleton height="240px" />}
      {isWhole && found.length === 0 && (
        <p class="empty muted">
          {isPage ? t(pageUrl ? 'pageNone' : 'pageUnknown') : t('recentPinsEmpty')}
        </p>
      )}
      {isPage && found.length > 0 && <PageSums {...{ found, span }} />}
      {found.length > 0 && <PinList {...props} pins={sorted} numbersOf={numbersOf} />}
    </section>
  );
}

function sortedBy(pins: readonly PinRow[], sort: string, span: 'days90' | 'lifetime') {
  if (!sort) return pins;
  const value = (pin: PinRow) => pin[span]?.[sort] ?? -1;
  return pins.toSorted((one, other) => value(other) - value(one));
}

/** What the pins of a page come to together. */
function PageSums({ found, span }: { found: readonly PinRow[]; span: 'days90' | 'lifetime' }) {
  const names = inOrder(found.flatMap((pin) => Object.keys(pin[span] ?? {})));
  const sum = (name: string) => found.reduce((total, pin) => total + (pin[span]?.[name] ?? 0), 0);
  return (
    <dl class="stats-totals">
      {names.map((name) => (
        <div key={name}>
          <dt class="tiny muted">{metricLabel(name)}</dt>
          <dd class="stats-total-small num">{formatNumber(sum(name))}</dd>
        </div>
      ))}
    </dl>
  );
}

function save(pins: readonly PinRow[], boardName: (id: string) => string): void {
  const names90 = inOrder(pins.flatMap(({ days90 }) => Object.keys(days90 ?? {})));
  const names = inOrder(pins.flatMap(({ lifetime }) => Object.keys(lifetime ?? {})));
  const columns = [
    'pin_id',
    'title',
    'board',
    'link',
    'created_utc',
    ...names90.map((name) => `${name}_90_DAYS`),
    ...names.map((name) => `${name}_LIFETIME`),
  ];
  const rows = pins.map((pin) => [
    pin.id,
    pin.title,
    boardName(pin.boardId),
    pin.link,
    pin.createdAt > 0 ? `${new Date(pin.createdAt).toISOString().slice(0, 19)}Z` : null,
    ...names90.map((name) => pin.days90?.[name] ?? null),
    ...names.map((name) => pin.lifetime?.[name] ?? null),
  ]);
  saveText('pinterest-pins.csv', toCsv({ columns, rows }), 'text/csv');
}
