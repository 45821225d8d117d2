import { formatCompact, formatDay } from '../../lib/format';

interface DailyChartProps {
  dates: readonly string[];
  /** Null is a gap. */
  values: readonly (number | null)[];
  /** How many of the last days are still counted: hatched. */
  estimated: number;
  label: string;
}

const WIDTH = 340;
const HEIGHT = 130;
const LEFT = 34;
const TOP = 8;

/** A line of one value a day. The table beside it has every number; the picture itself is one image to a screen reader. */
export function DailyChart({ dates, values, estimated, label }: DailyChartProps) {
  const top = niceTop(Math.max(1, ...values.map((value) => value ?? 0)));
  const x = (index: number) => LEFT + (index / Math.max(1, values.length - 1)) * (WIDTH - LEFT - 4);
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP);
  const hatchedFrom = x(values.length - 1 - estimated);
  return (
    <svg class="daily-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`} role="img" aria-label={label}>
      <defs>
        <pattern
          id="hatch"
          width="6"
          height="6"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
        >
          <path d="M0 0v6" class="daily-hatch" />
        </pattern>
      </defs>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path class="daily-grid" d={`M${LEFT} ${y(top * part)}H${WIDTH}`} />
          <text class="daily-text" x={LEFT - 4} y={y(top * part) + 3} text-anchor="end">
            {formatCompact(top * part)}
          </text>
        </g>
      ))}
      {estimated > 0 && (
        <rect
          x={hatchedFrom}
          y={TOP}
          width={WIDTH - hatchedFrom - 4}
          height={HEIGHT - TOP}
          fill="url(#hatch)"
        />
      )}
      <path class="daily-line" d={pathOf(values, x, y)} />
      <text class="daily-text" x={LEFT} y={HEIGHT + 14}>
        {formatDay(dates[0] ?? '')}
      </text>
      <text class="daily-text" x={WIDTH - 4} y={HEIGHT + 14} text-anchor="end">
        {formatDay(dates.at(-1) ?? '')}
      </text>
    </svg>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const pen = index === 0 || values[index - 1] === null ? 'M' : 'L';
      return `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

/** The next of 1, 2, 5 times a power of ten: the lines of the grid have readable numbers. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 4, 6, 8, 10].find((step) => step * power >= most) ?? 10) * power;
}
