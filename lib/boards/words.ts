import { foldText } from './search';

/** Scripts that write words without spaces between them. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** More of a page's words than this say nothing new. */
const MOST = 40;

/**
 * The words of texts as choices are remembered and found by: without case and accents, each once, none of one letter or of
 * figures alone. Where a script has no spaces, each two characters in a row count as a word.
 */
export function wordsOf(...texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const part of foldText(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)) {
    if (UNSPACED.test(part)) addPairs(part, words);
    else if (part.length > 1 && !/^\p{N}+$/u.test(part)) words.add(part);
  }
  return [...words].slice(0, MOST);
}

function addPairs(part: string, words: Set<string>): void {
  const characters = Array.from(part);
  if (characters.length === 1) words.add(part);
  for (let at = 1; at < characters.length; at += 1) {
    words.add(`${characters[at - 1]}${characters[at]}`);
  }
}
