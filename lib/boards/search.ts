/** A text made ready to be searched in: without case and accents. */
export interface Searchable<Item> {
  item: Item;
  folded: string;
}

/** A part of a text, from a code unit up to but not with another. */
export interface Range {
  start: number;
  end: number;
}

/** Takes case and accents out of a text: `Crème brûlée` becomes `creme brulee`. */
export function foldText(text: string): string {
  if (!/[^ -~]/.test(text)) return text.toLowerCase(); // most names have nothing to take out
  const parted = text.replaceAll('\n', ' ').normalize('NFD');
  return foldSigns(parted.replace(/\p{M}/gu, '').toLowerCase());
}

/** Signs that lower case leaves apart, though nobody who types tells them apart: a sigma at a word's end is one that is not. */
const foldSigns = (text: string) => text.replaceAll('ß', 'ss').replaceAll('ς', 'σ');

/** Makes items ready to be searched; done once for a list, not for each key. */
export function searchable<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): Searchable<Item>[] {
  return items.map((item) => ({ item, folded: foldText(textOf(item)) }));
}

/**
 * Gives the items that fit what was typed, best first; in their own order where they fit alike.
 * A text that begins with it comes first, then one where a word does, then one that has it anywhere, then one that has all
 * its words in any order.
 */
export function searchItems<Item>(list: readonly Searchable<Item>[], query: string): Item[] {
  const folded = foldQuery(query);
  if (folded === '') return list.map(({ item }) => item);
  const words = folded.split(' ');
  const tiers: Item[][] = [[], [], [], []];
  const fits: Searchable<Item>[] = [];
  for (const each of narrowed(list, folded)) {
    const tier = tiers[tierOf(each.folded, folded, words)];
    if (!tier) continue;
    tier.push(each.item);
    fits.push(each);
  }
  fitting.set(list, { query: folded, fits });
  return tiers.flat();
}

/** What of a list fitted the query before. */
const fitting = new WeakMap<object, { query: string; fits: Searchable<unknown>[] }>();

/** What fits a longer query fitted its beginning: after the first letter few of ten thousand are looked at. */
function narrowed<Item>(
  list: readonly Searchable<Item>[],
  query: string,
): readonly Searchable<Item>[] {
  const before = fitting.get(list);
  if (!before || !query.startsWith(before.query)) return list;
  return before.fits as Searchable<Item>[]; // they are of this very list
}

/** Where what was typed stands in a text: as a whole if it is there, else each of its words. */
export function findRanges(text: string, query: string): Range[] {
  const { folded, origin } = foldWithOrigin(text);
  const whole = foldQuery(query);
  if (whole === '') return [];
  const at = bestIndex(folded, whole);
  const found = at >= 0 ? [rangeOf(at, whole.length)] : whole.split(' ').flatMap(wordRange);
  return merge(found.toSorted((a, b) => a.start - b.start));

  function wordRange(word: string): Range[] {
    const index = bestIndex(folded, word);
    return index < 0 ? [] : [rangeOf(index, word.length)];
  }
  function rangeOf(start: number, length: number): Range {
    return { start: origin[start] ?? 0, end: origin[start + length] ?? text.length };
  }
}

/** More than this nobody types to find a board. */
const LONGEST_QUERY = 200;

/** What was typed, as it is looked for: `Board/section` is meant as `Board / section`. */
export function foldQuery(query: string): string {
  const folded = foldText(query.slice(0, LONGEST_QUERY)).replace(/\s+/gu, ' ').trim();
  return folded.replace(/ ?\/ ?/g, ' / ').trim();
}

/** 0 is best; 4 means that it does not fit. */
function tierOf(text: string, query: string, words: readonly string[]): number {
  const at = text.indexOf(query);
  if (at === 0) return 0;
  if (at > 0) return wordIndex(text, query, at) >= 0 ? 1 : 2;
  return words.length > 1 && words.every((word) => text.includes(word)) ? 3 : 4;
}

/** The place where a word of `text` begins with `query`, looked for from `from`; -1 where none does. */
function wordIndex(text: string, query: string, from: number): number {
  let at = from;
  while (at > 0 && isInWord(text, at - 1)) at = text.indexOf(query, at + 1);
  return at;
}

/** Nearly all that stands before a word is a space, and what is told without a pattern is told many times faster. */
const isInWord = (text: string, at: number): boolean =>
  text.charCodeAt(at) !== SPACE && /[\p{L}\p{N}]/u.test(text.charAt(at));

const SPACE = 32;

function bestIndex(text: string, query: string): number {
  const at = text.indexOf(query);
  if (at < 0) return -1;
  const word = wordIndex(text, query, at);
  return word >= 0 ? word : at;
}

/** The folded text, and for each of its code units where it came from. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    for (let unit = 0; unit < part.length; unit += 1) origin.push(at);
    folded += part;
    at += character.length;
  }
  return { folded, origin };
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
