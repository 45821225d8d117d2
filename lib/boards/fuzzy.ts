import UFuzzy from '@leeoniya/ufuzzy';

import { foldQuery, type Searchable } from './search';

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
  intraChars: "[\\p{L}\\p{M}\\d']",
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
 */
export function searchLoosely<Item>(list: readonly Searchable<Item>[], query: string): Item[] {
  const folded = foldQuery(query);
  if (Array.from(folded).length < SHORTEST || folded.split(' ').some(isTooLong)) return [];
  const texts = list.map((each) => each.folded);
  const found = matches(texts, folded);
  // The matcher takes the last letter of a word for right.
  const at =
    found.length > 0 ? found : matches(texts, folded.replace(/(?<=\p{L}{4})\p{L}(?!\p{L})/gu, ''));
  return at.flatMap((index) => list[index]?.item ?? []);
}

/** Gives the places of the texts that have every word: one after the other, so that no order has to be tried. */
function matches(texts: string[], query: string): number[] {
  const words = matcher.split(query).slice(0, MOST_WORDS);
  let left: number[] | null = null;
  for (const word of words) {
    left = matcher.filter(texts, word, left ?? undefined);
    if (!left || left.length === 0) return [];
  }
  return left ?? [];
}

const isTooLong = (word: string) => word.length > LONGEST_WORD;
