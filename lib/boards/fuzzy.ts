import UFuzzy from '@leeoniya/ufuzzy';

import { foldQuery, searchItems, type Searchable } from './search';

/** Fewer letters than this fit nearly everything with one of them wrong. */
const SHORTEST = 3;

/** No board is found by a longer word, and to look for one with a slip in it takes seconds. */
const LONGEST_WORD = 32;

/** A name of more words is found by these. */
const MOST_WORDS = 8;

/** One letter wrong, missing, too many or exchanged in each word; letters of any script. */
const matcher = new UFuzzy({
  unicode: true,
  alpha: '\\p{L}\\p{M}',
  interSplit: "[^\\p{L}\\p{M}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  interBound: '[^\\p{L}\\d]',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: '[^ /]',
  intraContr: "'\\p{L}{1,2}\\b",
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- its enum is for types alone, and not there when it runs
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
  intraSlice: [0, Infinity],
});

/**
 * Gives the items that are meant where what was typed has a slip in it, in their own order; words in any order.
 * @param list as `searchable` makes it
 * @param atLeast how many are enough where more would fit: a few more may come, and no other is looked at
 */
export function searchLoosely<Item>(
  list: readonly Searchable<Item>[],
  query: string,
  atLeast = Infinity,
): Item[] {
  const folded = foldQuery(query);
  if (Array.from(folded).length < SHORTEST || folded.split(' ').some(isTooLong)) return [];
  const hay = hayOf(list);
  const found = matches(hay, folded, atLeast);
  // The matcher takes the last letter of a word for right.
  const shorter = folded.replace(/(?<=\p{L}{4})\p{L}(?!\p{L})/gu, '');
  const at = found.length > 0 ? found : matches(hay, shorter, atLeast);
  return at.flatMap((index) => list[index]?.item ?? []);
}

/** Fewer hits than this, and what has a slip in it is looked for as well. */
const ENOUGH = 5;

/** Gives the items that fit what was typed, the best first, and where these are few, those that are meant by it with a slip. */
export function searchBoth<Item>(
  list: readonly Searchable<Item>[],
  query: string,
  keyOf: (item: Item) => string,
  atLeast = Infinity,
): Item[] {
  const exact = searchItems(list, query);
  if (exact.length >= ENOUGH) return exact;
  const there = new Set(exact.map(keyOf));
  const loose = searchLoosely(list, query, atLeast);
  return [...exact, ...loose.filter((item) => !there.has(keyOf(item)))];
}

/** What is looked through, with the letters of each text: most texts are out by those, before any is matched. */
interface Hay {
  texts: string[];
  letters: Int32Array;
}

/** Makes a list ready for `searchLoosely`, which does it where nobody did. */
export const prepareLoosely = (list: readonly Searchable<unknown>[]): void => void hayOf(list);

const hays = new WeakMap<object, Hay>();

function hayOf(list: readonly Searchable<unknown>[]): Hay {
  const known = hays.get(list);
  if (known) return known;
  const texts = list.map((each) => each.folded);
  const hay = { texts, letters: Int32Array.from(texts, lettersOf) };
  hays.set(list, hay);
  return hay;
}

/** The letters of a text as bits: one each for a to z, and what else there is shares six. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= bitOf(text.charCodeAt(at));
  return letters;
}

const A = 97;
const Z = 122;
const bitOf = (code: number) => (code >= A && code <= Z ? 1 << (code - A) : 1 << (26 + (code % 6)));

/** So many texts are matched before it is asked whether that is enough: a letter more costs what is shown, not all that fits. */
const AT_ONCE = 100;

/** Gives the places of the texts that have every word: one after the other, so that no order has to be tried. */
function matches({ texts, letters }: Hay, query: string, atLeast: number): number[] {
  const words = matcher.split(query).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const can = words.map(canHave);
  const likely = [...letters.keys()].filter((at) => can.every((has) => has(letters[at] ?? 0)));
  const found: number[] = [];
  for (let from = 0; from < likely.length && found.length < atLeast; from += AT_ONCE) {
    let left = likely.slice(from, from + AT_ONCE);
    for (const word of words)
      left = left.length > 0 ? (matcher.filter(texts, word, left) ?? []) : [];
    found.push(...left);
  }
  return found;
}

/** Tells by a text's letters whether it can have a word with one slip: at most one of the word's letters is missing there. */
function canHave(typed: string): (letters: number) => boolean {
  const word = typed.split("'", 1)[0] ?? ''; // what stands behind it may be left out, as in "mom's"
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  const needed = lettersOf(String.fromCharCode(...twice));
  const once = lettersOf(word);
  return (letters) => {
    const missing = once & ~letters;
    return (needed & missing) === 0 && (missing & (missing - 1)) === 0;
  };
}

const isTooLong = (word: string) => word.length > LONGEST_WORD;
