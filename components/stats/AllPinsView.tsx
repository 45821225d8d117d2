import { useMemo, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { inOrder } from '../../lib/stats/metrics';
import { pinsOfPage, sheetOfPins, sumOfPins, type PinRow } from '../../lib/stats/pins';
import { metricLabel, valueText } from '../../lib/stats/words';
import { Skeleton } from '../ui/Skeleton';
import { FileButtons } from './FileButtons';
import { ListHead } from './ListHead';
import { PinCount } from './PinCount';
import { PinList } from './PinList';
import { Personal, Problem } from './Problem';
import { ReadAt } from './ReadAt';
import { Select } from './Select';
import type { PinListProps } from './stats-props';
import { areUncounted, fileNameOf, useAllPins } from './use-pins';

interface AllPinsProps extends PinListProps {
  /** Only pins that lead to this page, by its addresses with a space between them, where they are given; '' where they are not known. */
  pageUrl?: string;
}

const USUAL = ['IMPRESSION', 'OUTBOUND_CLICK'];

/** Every pin with its own figures, or those that lead to the page in front: by age, or by any figure. */
export function AllPinsView({ pageUrl, ...props }: AllPinsProps) {
  const walk = useAllPins(props.ask);
  const { pins, isWhole, isBusy, error, retry } = walk;
  const [sort, setSort] = useState('');
  const [span, setSpan] = useState<'days90' | 'lifetime'>('days90');
  const isPage = pageUrl !== undefined;
  const found = useMemo(
    () => (pageUrl === undefined ? pins : pinsOfPage(pins, pageUrl.split(' '))),
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
  const isUncounted = areUncounted(pins, props.account);
  const title = t(isPage ? 'pageTitle' : 'allTitle');
  return (
    <section class="stats-fill" aria-label={title} aria-busy={isBusy}>
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
          <FileButtons
            name={fileNameOf('pinterest-pins', walk)}
            sheet={() => sheetOfPins(sorted, props.boardName)}
          />
        </div>
        <PinCount {...walk} shown={found.length} />
        <ReadAt {...walk} onRefresh={walk.refresh} />
      </ListHead>
      {error && <Problem {...props} error={error} onRetry={retry} />}
      {isUncounted && <Personal {...props} onRetry={walk.refresh} />}
      {pins.length === 0 && isBusy && <Skeleton height="240px" />}
      {isWhole && found.length === 0 && (
        <p class="empty muted">
          {isPage ? t(pageUrl ? 'pageNone' : 'pageUnknown') : t('recentPinsEmpty')}
        </p>
      )}
      {isPage && found.length > 0 && <PageSums {...{ found, span }} />}
      {found.length > 0 && (
        <PinList
          {...props}
          pins={sorted}
          numbersOf={numbersOf}
          missing={isUncounted ? 'never' : undefined}
        />
      )}
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
  const sums = sumOfPins(found, span);
  return (
    <dl class="stats-totals">
      {inOrder(Object.keys(sums)).map((name) => (
        <div key={name}>
          <dt class="tiny muted">{metricLabel(name)}</dt>
          <dd class="stats-total-small num">{valueText(sums[name], name)}</dd>
        </div>
      ))}
    </dl>
  );
}
