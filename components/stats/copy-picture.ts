import type { Figure } from '../../lib/stats/figure';
import { formatValue } from '../../lib/stats/words';
import type { ChartLook } from './chart-look';

const EDGE = 12;
const LINE = 18;

/** Draws a chart with its title and what its lines are: the canvas alone says neither. */
function drawWhole(chart: HTMLCanvasElement, figure: Figure, look: ChartLook): HTMLCanvasElement {
  const scale = devicePixelRatio;
  const words = [
    figure.title,
    ...figure.lines.map(({ label, total, unit }) =>
      total === null ? label : `${label}: ${formatValue(total, unit)}`,
    ),
  ];
  const whole = document.createElement('canvas');
  whole.width = chart.width + 2 * EDGE * scale;
  whole.height = chart.height + (2 * EDGE + words.length * LINE) * scale;
  const ctx = whole.getContext('2d');
  if (!ctx) return chart;
  ctx.fillStyle = look.paper;
  ctx.fillRect(0, 0, whole.width, whole.height);
  words.forEach((text, at) => {
    ctx.fillStyle = at === 0 ? look.ink : (look.lines[(at - 1) % look.lines.length] ?? look.ink);
    ctx.font = `${at === 0 ? 600 : 400} ${12 * scale}px system-ui, sans-serif`;
    ctx.fillText(text, EDGE * scale, (EDGE + at * LINE + 11) * scale, chart.width);
  });
  ctx.drawImage(chart, EDGE * scale, (EDGE + words.length * LINE) * scale);
  return whole;
}

/** Puts a chart into the clipboard as a PNG. @throws DOMException where the browser does not let it */
export async function copyPicture(
  chart: HTMLCanvasElement,
  figure: Figure,
  look: ChartLook,
): Promise<void> {
  const whole = drawWhole(chart, figure, look);
  const picture = new Promise<Blob>((resolve, reject) => {
    whole.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
