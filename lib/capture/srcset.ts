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
    const next =
      address === word ? readDescriptors(input, urlEnd) : { tokens: [], position: urlEnd };
    const descriptors = parseDescriptors(next.tokens);
    if (descriptors && address !== '') entries.push({ address, ...descriptors });
    rest = skip(input, next.position, /[\t\n\f\r ,]*/y);
  }
  return entries;
}

/** The position after what the sticky pattern takes from `position` on. */
function skip(input: string, position: number, pattern: RegExp): number {
  pattern.lastIndex = position;
  pattern.exec(input);
  return Math.max(position, pattern.lastIndex);
}

/** Splits at spaces up to the next comma outside brackets: `(…)` is kept whole for descriptors yet to be invented. */
function readDescriptors(input: string, start: number): { tokens: string[]; position: number } {
  const tokens: string[] = [];
  let token = '';
  let inBrackets = false;
  let position = start;
  for (; position < input.length; position += 1) {
    const character = input.charAt(position);
    if (!inBrackets && character === ',') break;
    if (!inBrackets && /[\t\n\f\r ]/.test(character)) {
      if (token) tokens.push(token);
      token = '';
      continue;
    }
    if (character === '(') inBrackets = true;
    if (character === ')') inBrackets = false;
    token += character;
  }
  if (token) tokens.push(token);
  return { tokens, position };
}

/** The meaning of an entry's descriptors, or null where the entry is refused. */
function parseDescriptors(tokens: readonly string[]): Descriptors | null {
  const found: Descriptors = { width: null, height: null, density: null };
  for (const token of tokens) {
    const isWhole = /^\d+[wh]$/.test(token);
    const value = Number(token.slice(0, -1));
    if (isWhole && token.endsWith('w')) {
      if (found.width !== null || found.density !== null || value === 0) return null;
      found.width = value;
    } else if (isWhole) {
      if (found.height !== null || found.density !== null || value === 0) return null;
      found.height = value;
    } else if (/^-?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?x$/i.test(token) && token.endsWith('x')) {
      if (found.density !== null || found.width !== null || found.height !== null) return null;
      if (value < 0) return null;
      found.density = value;
    } else {
      return null;
    }
  }
  if (found.height !== null && found.width === null) return null;
  return found.width === null && found.density === null ? { ...found, density: 1 } : found;
}
