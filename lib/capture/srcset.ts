import { maxSrcset, maxSrcsetEntries } from './limits';

/** One entry of a `srcset`. An entry without descriptor has density 1. */
export interface SrcsetEntry {
  /** Absolute address. */
  url: string;
  /** Width in pixels of the file (`640w`), else null. */
  width: number | null;
  /** Height in pixels of the file (`480h`), else null. */
  height: number | null;
  /** Pixels of the file per CSS pixel (`2x`), else null. */
  density: number | null;
}

type Descriptors = Omit<SrcsetEntry, 'url'>;

/** An entry with its address as written. */
interface RawEntry extends Descriptors {
  address: string;
}

/**
 * Reads a `srcset` attribute as browsers do; entries they would refuse are left out.
 * Source: HTML, "parse a srcset attribute". An address may hold commas, and ends at white space or at a comma before it.
 */
export function parseSrcset(text: string, base: string): SrcsetEntry[] {
  return parseRaw(text).flatMap((entry) => resolved(entry, base) ?? []);
}

/** The same for the largest entries only, the largest first: what is smaller is never the best source. */
export function largestOfSrcset(text: string, base: string, count: number): SrcsetEntry[] {
  const entries = parseRaw(text).toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return entries.slice(0, count).flatMap((entry) => resolved(entry, base) ?? []);
}

const sizeOf = ({ width, density }: Descriptors) => width ?? density ?? 0;

function resolved({ address, ...descriptors }: RawEntry, base: string): SrcsetEntry | null {
  const url = URL.parse(address, base)?.href;
  return url === undefined ? null : { url, ...descriptors };
}

function parseRaw(text: string): RawEntry[] {
  const entries: RawEntry[] = [];
  const input = text.slice(0, maxSrcset);
  let rest = skip(input, 0, /[\t\n\f\r ,]*/y);
  while (rest < input.length && entries.length < maxSrcsetEntries) {
    const urlEnd = skip(input, rest, /[^\t\n\f\r ]*/y);
    const word = input.slice(rest, urlEnd);
    const address = word.replace(/(?<!,),+$/, '');
    // Up to the next comma outside of brackets: `(…)` is kept whole for descriptors yet to be invented.
    const end = address === word ? skip(input, urlEnd, /(?:[^,(]+|\([^)]*\)?)*/y) : urlEnd;
    const tokens = input.slice(urlEnd, end).match(/(?:\([^)]*\)?|[^\t\n\f\r (])+/g);
    const descriptors = parseDescriptors(tokens ?? []);
    if (descriptors && address !== '') entries.push({ address, ...descriptors });
    rest = skip(input, end, /[\t\n\f\r ,]*/y);
  }
  return entries;
}

/** The position after what the sticky pattern takes from `position` on. */
function skip(input: string, position: number, pattern: RegExp): number {
  pattern.lastIndex = position;
  pattern.exec(input);
  return Math.max(position, pattern.lastIndex);
}

const properties: Readonly<Record<string, keyof Descriptors>> = {
  w: 'width',
  h: 'height',
  x: 'density',
};

/** The meaning of an entry's descriptors, or null where the entry is refused. */
function parseDescriptors(tokens: readonly string[]): Descriptors | null {
  const found: Descriptors = { width: null, height: null, density: null };
  for (const token of tokens) {
    const property = properties[token.slice(-1)];
    const value = Number(token.slice(0, -1));
    const isNumber =
      property === 'density'
        ? /^-?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?x$/i.test(token) && value >= 0
        : /^\d+.$/.test(token) && value > 0;
    if (!property || !isNumber || found[property] !== null) return null;
    found[property] = value;
  }
  const { width, height, density } = found;
  if (height !== null && width === null) return null;
  if (width === null) return { ...found, density: density ?? 1 };
  return density === null ? found : null;
}
