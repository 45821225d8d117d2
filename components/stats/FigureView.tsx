import './FigureView.css';
import { useId, useRef, useState } from 'preact/hooks';

import { t } from '../../lib/i18n';
import { sheetOf } from '../../lib/stats/export';
import { readingOf, summaryOf, type Figure, type Line } from '../../lib/stats/figure';
import { formatShort, formatValue } from '../../lib/stats/words';
import { Button } from '../ui/Button';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { readLook } from './chart-look';
import { FileButtons } from './FileButtons';
import { NumberTable } from './NumberTable';

const LateChart = late(
  () => import('./SeriesChart').then(({ SeriesChart }) => SeriesChart),
  <Skeleton height="190px" />,
);

/** Loads what draws charts, while the numbers are on their way. */
export const loadCharts = LateChart.ahead;

interface FigureViewProps {
  figure: Figure;
  /** The files' name, without its ending. */
  fileName: string;
  /** Whether it is a table; the view keeps that, as one figure takes the place of another. */
  isTable: boolean;
  onTable: (isTable: boolean) => void;
}

/** A figure as a chart or as a table, with what a day says, and as a picture or a file to take along. */
export function FigureView({ figure, fileName, isTable, onTable }: FigureViewProps) {
  const [day, setDay] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const id = useId();
  const view = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const copy = async () => {
    if (!canvas.current || !view.current) return;
    const { copyPicture } = await import('./copy-picture');
    await copyPicture(canvas.current, figure, readLook(view.current)).then(
      () => setSaid(t('chartCopied')),
      () => setSaid(t('chartNotCopied')),
    );
  };
  return (
    <figure ref={view} class="figure-view">
      <Legend lines={figure.lines} />
      {isTable ? (
        <FigureTable figure={figure} />
      ) : (
        <>
          <LateChart
            {...{ figure, day }}
            describedBy={id}
            onDay={setDay}
            onCanvas={(drawn) => {
              canvas.current = drawn;
            }}
          />
          <p class="figure-reading tiny num" aria-hidden="true">
            {day === null
              ? t('chartHint')
              : readingOf(figure, Math.min(day, figure.dates.length - 1))}
          </p>
          <figcaption class="spoken" id={id}>
            {figure.lines.map((line) => summaryOf(figure, line)).join(' ')}
          </figcaption>
        </>
      )}
      <div class="figure-tools">
        <Button kind="plain" onClick={() => onTable(!isTable)}>
          {t(isTable ? 'statsAsChart' : 'statsAsTable')}
        </Button>
        {!isTable && (
          <Button kind="plain" onClick={() => void copy()}>
            {t('chartCopy')}
          </Button>
        )}
        <FileButtons name={fileName} sheet={() => sheetOf(figure)} />
        <span class="tiny muted" role="status">
          {said}
        </span>
      </div>
    </figure>
  );
}

/** What the lines are: a stroke as the chart draws it, the name, and the sum. */
function Legend({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="figure-legend tiny">
      {lines.map(({ key, label, total, unit, isBefore }, at) => (
        <li key={key} class="figure-legend-line">
          <svg width="18" height="4" aria-hidden="true">
            <path
              d="M0 2h18"
              class={isBefore ? 'figure-stroke-before' : `figure-stroke-${(at % 6) + 1}`}
              stroke-dasharray={isBefore ? '2 4' : strokes[Math.floor(at / 2) % strokes.length]}
            />
          </svg>
          <span>{label}</span>
          <b class="num">{total === null ? '–' : formatShort(total, unit)}</b>
        </li>
      ))}
    </ul>
  );
}

const strokes = ['none', '7 3', '2 2', '10 3 2 3'];

const FigureTable = ({ figure: { title, dates, lines, open } }: { figure: Figure }) => (
  <NumberTable
    label={title}
    columns={[t('tableDay'), ...lines.map(({ label }) => label)]}
    rows={dates.map((date, day) => ({
      key: date,
      cells: [
        <>
          {date}
          {open[day] && <span class="faint"> {t('chartOpenDay')}</span>}
        </>,
        ...lines.map(({ values, unit }) => {
          const value = values[day] ?? null;
          return value === null ? t('statsNotCounted') : formatValue(value, unit);
        }),
      ],
    }))}
  />
);
