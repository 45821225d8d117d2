import './Sparkline.css';

interface SparklineProps {
  /** One value a day, oldest first; null is a gap. */
  values: readonly (number | null)[];
  /** How many of the last values are not final: dashed. */
  estimated?: number;
}

const WIDTH = 100;
const HEIGHT = 24;
const EDGE = 2;

/** A line without axes. The number beside it says what it shows, so it is silent itself. */
export function Sparkline({ values, estimated = 0 }: SparklineProps) {
  const points = toPoints(values);
  const firm = Math.max(0, values.length - estimated);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={toPath(points.slice(0, firm))} />
      {estimated > 0 && (
        <path class="sparkline-estimated" d={toPath(points.slice(Math.max(0, firm - 1)))} />
      )}
    </svg>
  );
}

interface Point {
  x: number;
  y: number;
}

function toPoints(values: readonly (number | null)[]): (Point | null)[] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const step = WIDTH / Math.max(1, values.length - 1);
  return values.map((value, index) =>
    value === null
      ? null
      : { x: index * step, y: HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE) },
  );
}

/** A path with a gap at each null. */
function toPath(points: readonly (Point | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (point) path += `${pen}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    pen = point ? 'L' : 'M';
  }
  return path;
}
