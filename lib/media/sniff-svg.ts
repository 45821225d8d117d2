import type { ByteReader } from './byte-reader';

/** Bytes in which the root element has to begin and end; editors write long comments before it. */
const headBytes = 65_536;

/** CSS pixels of the units that SVG sizes come in. Source: CSS Values 4, absolute lengths. */
const pixelsPer: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/**
 * Size of an SVG by its root element: `width` and `height`, else `viewBox`, else 300 × 150 as browsers take it.
 * Null where the text doesn't begin as an SVG does: HTML with a drawing in it is none.
 */
export function sniffSvg(reader: ByteReader): { width: number; height: number } | null {
  const root = rootTag(reader.text(0, headBytes));
  if (root === null) return null;
  const [boxWidth = 0, boxHeight = 0] = valueOf(root, 'viewBox')
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const width = pixels(valueOf(root, 'width'));
  const height = pixels(valueOf(root, 'height'));
  if (width && height) return rounded(width, height);
  if (!hasBox) return rounded(width || 300, height || 150);
  if (width) return rounded(width, (width * boxHeight) / boxWidth);
  if (height) return rounded((height * boxWidth) / boxHeight, height);
  return rounded(boxWidth, boxHeight);
}

/** The text of the root element's start tag, past declaration, comments and document type; null if it is not `svg`. */
function rootTag(head: string): string | null {
  let rest = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  for (let skipped = 0; skipped < 100; skipped += 1) {
    const ending = prologueEnding(rest);
    if (ending === '') break;
    let end = rest.indexOf(ending);
    const subset = ending === '>' ? rest.indexOf('[') : -1;
    if (subset >= 0 && subset < end) end = rest.indexOf('>', rest.indexOf(']', subset));
    if (end < 0) return null;
    rest = rest.slice(end + ending.length).trimStart();
  }
  return /^<(?:\w+:)?svg(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(rest)?.[0] ?? null;
}

/** How the declaration, comment or document type ends that the text begins with; '' if it begins with none. */
function prologueEnding(text: string): string {
  if (text.startsWith('<!--')) return '-->';
  if (text.startsWith('<?')) return '?>';
  return /^<!DOCTYPE/i.test(text) ? '>' : '';
}

function valueOf(tag: string, name: string): string {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (match?.[1] ?? match?.[2] ?? '').trim();
}

/** Pixels of a length such as `12cm`; 0 for percentages and relative units. */
function pixels(length: string): number {
  const match = /^\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})([a-z]*)$/i.exec(length);
  return match ? Number(match[1]) * (pixelsPer[(match[2] ?? '').toLowerCase()] ?? 0) : 0;
}

function rounded(width: number, height: number): { width: number; height: number } {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
