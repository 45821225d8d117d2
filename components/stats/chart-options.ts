import type uPlot from 'uplot';

import { formatDay } from '../../lib/format';
import type { Figure, Line } from '../../lib/stats/figure';
import { metricRow } from '../../lib/stats/metrics';
import { formatShort } from '../../lib/stats/words';
import { BEFORE_DASH, DASHES, type ChartLook } from './chart-look';

export const CHART_HEIGHT = 190;

/** The days stand at whole numbers; their dates are the figure's. */
export const dataOf = ({ dates, lines }: Figure): uPlot.AlignedData =>
  [dates.map((_, day) => day), ...lines.map(({ values }) => values)] as uPlot.AlignedData;

interface Wishes {
  width: number;
  look: ChartLook;
  onDay: (day: number | null) => void;
}

/** What uPlot is to draw: gaps stay gaps, open days are hatched, each unit has a scale of its own. */
export function optionsOf(figure: Figure, { width, look, onDay }: Wishes): uPlot.Options {
  const scales = scalesOf(figure.lines);
  const axes = [...new Set(scales)];
  const isWide = width > 480;
  return {
    width,
    height: CHART_HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 } },
    scales: {
      x: {
        time: false,
        range: () => [-0.3, Math.max(1, figure.dates.length) - 0.7],
        dir: look.isRightToLeft ? -1 : 1,
      },
      ...Object.fromEntries(axes.map((scale) => [scale, { range: rangeOf }])),
    },
    axes: [
      dayAxis(figure, look, isWide),
      ...axes.slice(0, 2).map((_, at) => valueAxis(figure.lines, scales, at, look)),
    ],
    series: [{}, ...figure.lines.map((line, at) => seriesOf(line, at, scales[at] ?? '', look))],
    hooks: {
      drawClear: [(chart) => hatch(chart, figure, look)],
      draw: [endPaint],
      setCursor: [({ cursor }) => onDay(cursor.idx ?? null)],
    },
  };
}

/** How long a chart takes to be painted is in the page's own timeline, for the bench and for whoever looks there. */
export function beginPaint(): void {
  performance.clearMarks('tack-chart');
  performance.mark('tack-chart');
}

const endPaint = () => performance.measure('tack-chart-painted', 'tack-chart');

/** From 0 up: a line that begins elsewhere makes little look like much. */
const rangeOf: uPlot.Range.Function = (_, low, high) => [Math.min(0, low ?? 0), (high || 1) * 1.06];

const font = '10px system-ui, sans-serif';

const dayAxis = ({ dates }: Figure, look: ChartLook, isWide: boolean): uPlot.Axis => ({
  stroke: look.faint,
  font,
  size: 24,
  gap: 4,
  space: isWide ? 70 : 60,
  incrs: [1, 2, 7, 14, 28],
  grid: { show: false },
  ticks: { stroke: look.grid, size: 4, width: 1 },
  values: (_, days) => days.map((day) => formatDay(dates[day] ?? '')),
});

/** So much smaller than the largest, a line would lie on the floor: it gets a scale of its own. */
const MUCH_SMALLER = 1 / 8;

/** A scale for each unit, and a second one for metrics that are far below the others of theirs; parts of one whole share theirs. */
function scalesOf(lines: readonly Line[]): string[] {
  const most = ({ values }: Line) => Math.max(0, ...values.map((value) => value ?? 0));
  return lines.map((line) => {
    const largest = Math.max(...lines.filter(({ unit }) => unit === line.unit).map(most));
    const isApart = metricRow(line.key) !== undefined && most(line) < largest * MUCH_SMALLER;
    return isApart ? `${line.unit} small` : line.unit;
  });
}

function valueAxis(
  lines: readonly Line[],
  scales: readonly string[],
  at: number,
  look: ChartLook,
): uPlot.Axis {
  const scale = [...new Set(scales)][at] ?? '';
  const [first = 0, ...others] = scales.flatMap((each, line) => (each === scale ? [line] : []));
  const unit = lines[first]?.unit ?? 'count';
  const isLeft = (at === 0) !== look.isRightToLeft;
  // With two scales, the colour says whose each is.
  const isOwn = new Set(scales).size > 1 && others.length === 0;
  return {
    scale,
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- left and right; uPlot's names for them are types only
    side: isLeft ? 3 : 1,
    stroke: isOwn ? colorOf(first, look) : look.faint,
    font,
    size: 44,
    gap: 4,
    space: 36,
    grid: at === 0 ? { stroke: look.grid, width: 1 } : { show: false },
    ticks: { show: false },
    values: (_, values) => values.map((value) => formatShort(value, unit)),
  };
}

const colorOf = (line: number, look: ChartLook): string =>
  look.lines[line % look.lines.length] ?? look.ink;

function seriesOf(
  { label, isBefore, values }: Line,
  at: number,
  scale: string,
  look: ChartLook,
): uPlot.Series {
  const color = isBefore ? look.faint : colorOf(at, look);
  const dash = isBefore ? BEFORE_DASH : DASHES[Math.floor(at / 2) % DASHES.length];
  return {
    label,
    scale,
    stroke: color,
    width: isBefore ? 1.2 : 1.8,
    ...(dash && dash.length > 0 ? { dash } : {}),
    spanGaps: false,
    // A day between two gaps has no line: it is a point, or it would not be seen.
    points: { show: true, size: 4, fill: color, filter: () => alone(values) },
  };
}

const alone = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, day) =>
    value !== null && (values[day - 1] ?? null) === null && (values[day + 1] ?? null) === null
      ? [day]
      : [],
  );

/** Hatches the days whose numbers may still change. */
function hatch(chart: uPlot, { open }: Figure, look: ChartLook): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = look.lines[0] ?? look.ink;
  ctx.globalAlpha = 0.35;
  ctx.lineWidth = devicePixelRatio;
  open.forEach((isOpen, day) => {
    if (!isOpen) return;
    const ends = [day - 0.5, day + 0.5].map((x) => chart.valToPos(x, 'x', true));
    const from = Math.max(bbox.left, Math.min(...ends));
    const to = Math.min(bbox.left + bbox.width, Math.max(...ends));
    hatchPart(ctx, { from, to, top: bbox.top, height: bbox.height });
  });
  ctx.restore();
}

interface Part {
  from: number;
  to: number;
  top: number;
  height: number;
}

function hatchPart(ctx: CanvasRenderingContext2D, { from, to, top, height }: Part): void {
  const step = 6 * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(from, top, to - from, height);
  ctx.clip();
  ctx.beginPath();
  const first = Math.floor((from - height) / step) * step; // lines of neighbouring days meet
  for (let x = first; x < to; x += step) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
