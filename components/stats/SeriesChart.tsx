import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import { readingOf, type Figure } from '../../lib/stats/figure';
import { followLook, readLook } from './chart-look';
import { beginPaint, CHART_HEIGHT, dataOf, optionsOf } from './chart-options';

interface SeriesChartProps {
  figure: Figure;
  /** The day that is read out; null where none is. */
  day: number | null;
  onDay: (day: number | null) => void;
  /** The id of its summary. */
  describedBy: string;
  /** Gives the canvas, to be copied. */
  onCanvas: (canvas: HTMLCanvasElement | null) => void;
}

/** Lines over days. To the keyboard and to screen readers it is a slider over the days, whose text is what a day says. */
export function SeriesChart({ figure, day, describedBy, onDay, onCanvas }: SeriesChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const seen = useRef({ onDay, onCanvas });
  seen.current = { onDay, onCanvas };

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const shown = new AbortController();
    const draw = () => {
      beginPaint();
      chart.current?.destroy();
      const wishes = {
        width: element.clientWidth || 300,
        look: readLook(element),
        onDay: (at: number | null) => seen.current.onDay(at),
      };
      chart.current = new uPlot(optionsOf(figure, wishes), dataOf(figure), element);
      seen.current.onCanvas(chart.current.ctx.canvas);
    };
    draw();
    followLook(draw, shown.signal);
    const size = new ResizeObserver(() => {
      const width = element.clientWidth;
      if (width <= 0 || width === chart.current?.width) return;
      beginPaint();
      chart.current?.setSize({ width, height: CHART_HEIGHT });
    });
    size.observe(element);
    return () => {
      shown.abort();
      size.disconnect();
      chart.current?.destroy();
      chart.current = null;
      seen.current.onCanvas(null);
    };
  }, [figure]);

  const last = figure.dates.length - 1;
  const moveTo = (next: number) => {
    const to = Math.max(0, Math.min(last, next));
    onDay(to);
    const drawn = chart.current;
    // Far from the lines: the pointer's own mark is not the keyboard's.
    drawn?.setCursor({ left: drawn.valToPos(to, 'x'), top: 0 }, false);
  };
  return (
    <div
      ref={place}
      class="series-chart"
      role="slider"
      tabIndex={0}
      aria-label={figure.title}
      aria-describedby={describedBy}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={day ?? last}
      aria-valuetext={readingOf(figure, day ?? last)}
      onKeyDown={(event) => {
        const to = dayOfKey(event, day ?? last, last);
        if (to === null) return;
        event.preventDefault();
        moveTo(to);
      }}
    />
  );
}

/** Arrows go by a day, Page Up and Page Down by a week, Home and End to the ends. */
function dayOfKey({ key, currentTarget }: KeyboardEvent, day: number, last: number): number | null {
  const isRightToLeft = getComputedStyle(currentTarget as Element).direction === 'rtl';
  const later = isRightToLeft ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: day + later,
    ArrowLeft: day - later,
    ArrowUp: day + 1,
    ArrowDown: day - 1,
    PageUp: day + 7,
    PageDown: day - 7,
    Home: 0,
    End: last,
  };
  return steps[key] ?? null;
}
