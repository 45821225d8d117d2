import type { Choice } from './types';

/** What is known of a pin before its board is chosen. */
export interface Asked {
  /** The page's host; '' for none. */
  site: string;
  /** See `pageKey`. */
  page: number;
  /** Of the page and the picture, see `wordsOf`. */
  words: readonly string[];
  /** Now, ms of UTC. */
  at: number;
}

/** Why a place is suggested, as it is said to the person. */
export type Because =
  | { kind: 'page' | 'site' | 'name' | 'recent' }
  | { kind: 'words'; words: string[] };

/** Tells whether what speaks for a place is so clear that the person need not be asked. */
export const isTelling = ({ kind }: { kind: string }): boolean =>
  kind === 'site' || kind === 'page' || kind === 'words';

/** A board or section, by its key (`placeKey`), and why it is meant. */
export interface Suggestion {
  key: string;
  because: Because;
}

/** A choice counts half after this many newer ones: people change what they collect. */
const HALF_LIFE = 150;
/** What is usual counts as this many choices on the site: one pin from a site says little, five say much. */
const SITE_DOUBT = 2;
/** The same for a word and a board. */
const WORD_DOUBT = 0.5;
/** The most that a word speaks against a place which has not met it. */
const UNMET = -2;
/** Where another picture of the same page went. */
const SAME_PAGE = 2.5;
/** What was chosen a moment ago is likely to be chosen again. */
const JUST_NOW_MS = 30 * 60_000;
const JUST_NOW = 0.6;
/** A board whose name has a word of the page. */
const NAMED = 1.6;
/** A board that gets this share of what is pinned from a site is usual there. */
const USUAL = 0.3;
/** What says less than this is no reason to give. */
const TELLING = 0.4;

/**
 * Gives the places that are likely meant, the likeliest first: by how often each was chosen lately, on this site, for these
 * words and this page, and by names that have a word of the page. All of it is the person's own past; nothing is asked.
 *
 * The odds of a place are multiplied as in a naive Bayes classifier; what was rarely seen is held against what is
 * usual for the person.
 *
 * @param choices newest first
 * @param named places by the words of their names
 */
export function suggestPlaces(
  choices: readonly Choice[],
  asked: Asked,
  named: ReadonlyMap<string, readonly string[]> = new Map(),
): Suggestion[] {
  const counts = countAll(choices, asked);
  for (const word of asked.words) {
    for (const key of named.get(word) ?? []) {
      counts.places.set(key, { ...(counts.places.get(key) ?? unseen()), isNamed: true });
    }
  }
  return [...counts.places]
    .map(([key, place]) => ({ key, scored: scoreOf(place, counts, asked) }))
    .toSorted((a, b) => b.scored.score - a.scored.score)
    .map(({ key, scored }) => ({ key, because: scored.because }));
}

interface PlaceCount {
  chosen: number;
  onSite: number;
  onPage: boolean;
  justNow: boolean;
  isNamed: boolean;
  words: Map<string, number>;
}

interface Counts {
  all: number;
  onSite: number;
  /** How often each word was seen, and the sum of the squares of how often at each place: how unevenly it is spread. */
  words: Map<string, { seen: number; squares: number }>;
  places: Map<string, PlaceCount>;
}

const unseen = (): PlaceCount => ({
  chosen: 0,
  onSite: 0,
  onPage: false,
  justNow: false,
  isNamed: false,
  words: new Map(),
});

function countAll(choices: readonly Choice[], asked: Asked): Counts {
  const counts: Counts = { all: 0, onSite: 0, words: new Map(), places: new Map() };
  const wanted = new Set(asked.words);
  for (const [age, choice] of choices.entries()) {
    const weight = 0.5 ** (age / HALF_LIFE);
    const key = keyOfChoice(choice);
    const place = counts.places.get(key) ?? unseen();
    counts.places.set(key, place);
    counts.all += weight;
    place.chosen += weight;
    if (asked.site !== '' && choice.site === asked.site) {
      counts.onSite += weight;
      place.onSite += weight;
      place.onPage ||= choice.page === asked.page;
    }
    place.justNow ||= age === 0 && asked.at - choice.at < JUST_NOW_MS;
    for (const word of choice.words) {
      if (!wanted.has(word)) continue;
      const before = place.words.get(word) ?? 0;
      place.words.set(word, before + weight);
      const { seen, squares } = counts.words.get(word) ?? { seen: 0, squares: 0 };
      counts.words.set(word, {
        seen: seen + weight,
        squares: squares + (before + weight) ** 2 - before ** 2,
      });
    }
  }
  return counts;
}

function scoreOf(
  place: PlaceCount,
  counts: Counts,
  { words }: Asked,
): { score: number; because: Because } {
  const usual = (place.chosen + 0.3) / (counts.all + 1);
  const here = (place.onSite + SITE_DOUBT * usual) / (counts.onSite + SITE_DOUBT);
  const site = Math.log(here / usual);
  const told = words
    .map((word) => ({ word, says: wordSays(word, place, counts) }))
    .toSorted((a, b) => b.says - a.says);
  const said = told.reduce((sum, { says }) => sum + says, 0);
  const page = place.onPage ? SAME_PAGE : 0;
  const name = place.isNamed ? NAMED : 0;
  const score = Math.log(usual) + site + said + page + name + (place.justNow ? JUST_NOW : 0);
  const says = { page, site, words: said, name };
  return { score, because: reasonOf(says, told) ?? usualReason(place, counts) };
}

/**
 * By how much a word makes a place likelier, as the logarithm of the odds. A word that is said everywhere tells nothing,
 * and that a place has not met a word yet tells little.
 */
function wordSays(word: string, place: PlaceCount, { all, words }: Counts): number {
  const { seen = 0, squares = 0 } = words.get(word) ?? {};
  if (seen === 0) return 0;
  const anywhere = seen / all;
  const there =
    ((place.words.get(word) ?? 0) + WORD_DOUBT * anywhere) / (place.chosen + WORD_DOUBT);
  const telling = squares / seen ** 2;
  return telling * Math.max(Math.log(there / anywhere), UNMET);
}

function reasonOf(
  says: Record<'page' | 'site' | 'words' | 'name', number>,
  told: readonly { word: string; says: number }[],
): Because | null {
  const [first] = (Object.entries(says) as [keyof typeof says, number][]).toSorted(
    (a, b) => b[1] - a[1],
  );
  if (!first || first[1] < TELLING) return null;
  if (first[0] !== 'words') return { kind: first[0] };
  const words = told.filter((each) => each.says >= TELLING).map(({ word }) => word);
  return words.length > 0 ? { kind: 'words', words: words.slice(0, 2) } : null;
}

/** Where nothing sets a place apart: who pins from few sites to few boards has one that is usual on each. */
const usualReason = (place: PlaceCount, { onSite }: Counts): Because => ({
  kind: onSite > 0 && place.onSite / onSite > USUAL ? 'site' : 'recent',
});

/** The key of what was chosen; the same as `placeKey` gives. */
export const keyOfChoice = ({ boardId, sectionId }: Pick<Choice, 'boardId' | 'sectionId'>) =>
  sectionId ? `${boardId}/${sectionId}` : boardId;
