import { useMemo } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import { toCsv } from '../../lib/stats/export';
import { inOrder } from '../../lib/stats/metrics';
import { boardTotals } from '../../lib/stats/pins';
import { metricLabel } from '../../lib/stats/words';
import { Button } from '../ui/Button';
import { Skeleton } from '../ui/Skeleton';
import { ListHead } from './ListHead';
import { Problem } from './Problem';
import { saveText } from './save-text';
import { ScrollBox } from './ScrollBox';
import type { PinListProps } from './stats-props';
import { useAllPins } from './use-pins';

/** What the pins of each board come to. */
export function Boards(props: PinListProps) {
  const { ask, boardName } = props;
  const { pins, isWhole, error, retry } = useAllPins(ask);
  const totals = useMemo(() => boardTotals(pins), [pins]);
  const metrics = inOrder(totals.flatMap(({ sums }) => Object.keys(sums)));
  const nameOf = (boardId: string) => boardName(boardId) || boardId || t('boardNone');
  const save = () => {
    const columns = ['board_id', 'board', 'pins', ...metrics.map((name) => `${name}_90_DAYS`)];
    const rows = totals.map(({ boardId, pins: count, sums }) => [
      boardId,
      nameOf(boardId),
      count,
      ...metrics.map((name) => sums[name] ?? null),
    ]);
    saveText('pinterest-boards.csv', toCsv({ columns, rows }), 'text/csv');
  };
  return (
    <section class="stats-part" aria-label={t('boardsTitle')} aria-busy={!isWhole && !error}>
      <ListHead title={t('boardsTitle')} words={t('boardsWords')} metrics={[]}>
        <p class="tiny muted" role="status">
          {t(
            isWhole ? 'allCount' : 'allCountSoFar',
            formatNumber(pins.length),
            formatNumber(pins.length),
          )}{' '}
          <Button kind="plain" label={t('exportCsv')} onClick={save}>
            CSV
          </Button>
        </p>
      </ListHead>
      {error && <Problem {...props} error={error} onRetry={retry} />}
      {totals.length === 0 &&
        !error &&
        (isWhole ? <p class="empty muted">{t('recentPinsEmpty')}</p> : <Skeleton height="240px" />)}
      {totals.length > 0 && (
        <ScrollBox label={t('boardsTitle')} isTall>
          <table class="stats-table num">
            <thead>
              <tr>
                <th scope="col">{t('tableBoard')}</th>
                <th scope="col">{t('tablePins')}</th>
                {metrics.map((name) => (
                  <th scope="col" key={name}>
                    {metricLabel(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {totals.map(({ boardId, pins: count, sums }) => (
                <tr key={boardId}>
                  <th scope="row">{nameOf(boardId)}</th>
                  <td>{formatNumber(count)}</td>
                  {metrics.map((name) => (
                    <td key={name}>
                      {sums[name] === undefined ? t('statsNotCounted') : formatNumber(sums[name])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
