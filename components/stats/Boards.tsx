import { useMemo } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import { inOrder } from '../../lib/stats/metrics';
import { boardTotals } from '../../lib/stats/pins';
import { metricLabel, valueText } from '../../lib/stats/words';
import { Skeleton } from '../ui/Skeleton';
import { FileButtons } from './FileButtons';
import { ListHead } from './ListHead';
import { NumberTable } from './NumberTable';
import { PinCount } from './PinCount';
import { Personal, Problem } from './Problem';
import { ReadAt } from './ReadAt';
import type { PinListProps } from './stats-props';
import { areUncounted, fileNameOf, useAllPins } from './use-pins';

/** What the pins of each board come to. */
export function Boards(props: PinListProps) {
  const { ask, boardName } = props;
  const walk = useAllPins(ask);
  const { pins, isWhole, isBusy, error, retry } = walk;
  const totals = useMemo(() => boardTotals(pins), [pins]);
  const metrics = inOrder(totals.flatMap(({ sums }) => Object.keys(sums)));
  const nameOf = (boardId: string) => boardName(boardId) || boardId || t('boardNone');
  const sheet = () => ({
    columns: ['board_id', 'board', 'pins', ...metrics.map((name) => `${name}_90_DAYS`)],
    rows: totals.map(({ boardId, pins: count, sums }) => [
      boardId,
      nameOf(boardId),
      count,
      ...metrics.map((name) => sums[name] ?? null),
    ]),
  });
  return (
    <section class="stats-part" aria-label={t('boardsTitle')} aria-busy={isBusy}>
      <ListHead title={t('boardsTitle')} words={t('boardsWords')} metrics={[]} explained={metrics}>
        <div class="figure-tools">
          <PinCount {...walk} shown={pins.length} />
          <FileButtons name={fileNameOf('pinterest-boards', walk)} sheet={sheet} />
        </div>
      </ListHead>
      {error && <Problem {...props} error={error} onRetry={retry} />}
      {areUncounted(pins, props.account) && <Personal {...props} onRetry={walk.refresh} />}
      {totals.length === 0 && isBusy && <Skeleton height="240px" />}
      {totals.length === 0 && isWhole && <p class="empty muted">{t('recentPinsEmpty')}</p>}
      {totals.length > 0 && (
        <NumberTable
          isTall
          label={t('boardsTitle')}
          columns={[t('tableBoard'), t('tablePins'), ...metrics.map(metricLabel)]}
          rows={totals.map(({ boardId, pins: made, sums }) => ({
            key: boardId,
            cells: [
              nameOf(boardId),
              formatNumber(made),
              ...metrics.map((name) => valueText(sums[name], name)),
            ],
          }))}
        />
      )}
      <ReadAt {...walk} onRefresh={walk.refresh} />
    </section>
  );
}
