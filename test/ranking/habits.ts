import { unit } from '../pinterest/random.ts';
import { anySubject, privateNames, siteNames, subjects } from './words.ts';

/*
 * How people in the ranking test set pin: test/ranking/README.md says it in words. It knows nothing of the
 * ranker, and is not to be changed to please it.
 */

/** A board, or a section of one, and the subject that goes there. */
export interface Shelf {
  board: string;
  section: string | null;
  name: string;
  subject: string;
  /** The words of the subject that go here rather than to another shelf of the same subject. */
  own: string[];
}

/** A page, and where the person put its picture. */
export interface Pinned {
  url: string;
  title: string;
  alt: string;
  board: string;
  section: string | null;
  /** Minutes since the first one. */
  at: number;
}

export interface Person {
  name: string;
  boards: { id: string; name: string; sections: { id: string; name: string }[] }[];
  pinned: Pinned[];
  /** Which of these are asked for: all that the person did before is the history. */
  cases: number[];
}

interface Site {
  host: string;
  /** Null for a site that has everything, as a shop or a magazine. */
  subject: string | null;
}

/** Makes a person; the same seed gives the same one. */
export function personOf(seed: string, size: { pinned: number; cases: number }): Person {
  const random = randomOf(seed);
  const isJapanese = seed.endsWith('ja');
  const known = shuffled(
    random,
    Object.keys(subjects).filter((subject) => isSpaced(subject) !== isJapanese),
  ).slice(0, isJapanese ? 4 : whole(random, 5, 18));
  const shelves = known.flatMap((subject) => shelvesOf(random, subject));
  shelves.forEach((shelf, index) => (shelf.board = `${1000 + index}`)); // then sections join their board
  for (const shelf of shelves) {
    const first = shelves.find(({ subject }) => subject === shelf.subject);
    if (shelf.section && first) shelf.board = first.board;
  }
  const sites = sitesOf(random, known);
  return {
    name: seed,
    boards: boardsOf(shelves),
    pinned: pinAll(random, { shelves, sites, known }, size.pinned),
    cases: Array.from(
      { length: size.cases },
      (_, index) => size.pinned - 1 - (size.cases - 1 - index) * 3, // every third of the latest
    ),
  };
}

type Random = () => number;

/** One subject is one board, two boards, or one board with sections. */
function shelvesOf(random: Random, subject: string): Shelf[] {
  const words = shuffled(random, subjects[subject]!.split(' '));
  const kind = random();
  const count = kind < 0.65 ? 1 : kind < 0.85 ? 2 : whole(random, 2, 3);
  return Array.from({ length: count }, (_, index) => {
    const own = words.filter((__, at) => at % count === index);
    const isSection = kind >= 0.85;
    return {
      board: '',
      section: isSection ? `${subject}-${index}` : null,
      name: nameOf(random, subject, own, isSection),
      subject,
      own,
    };
  });
}

/** Three names in five tell what is on a board; of sections nearly all do. */
function nameOf(random: Random, subject: string, own: string[], isSection: boolean): string {
  if (isSection) return own[0] ?? subject;
  if (random() < 0.4) return pick(random, privateNames.split(','));
  const first = subject.slice(0, 1).toUpperCase() + subject.slice(1);
  return random() < 0.5 ? first : `${first} ${own[0] ?? ''}`.trim();
}

function boardsOf(shelves: Shelf[]): Person['boards'] {
  const boards = new Map<string, Person['boards'][number]>();
  for (const { board, section, name, subject } of shelves) {
    const row = boards.get(board) ?? { id: board, name: section ? subject : name, sections: [] };
    if (section) row.sections.push({ id: section, name });
    boards.set(board, row);
  }
  return [...boards.values()];
}

/** Most sites have one subject; one in four has everything. */
function sitesOf(random: Random, known: string[]): Site[] {
  return shuffled(random, siteNames.split(','))
    .slice(0, whole(random, 12, 28))
    .map((name) => ({
      host: `${random() < 0.5 ? 'www.' : ''}${name}.example`,
      subject: random() < 0.25 ? null : pick(random, known),
    }));
}

interface World {
  shelves: Shelf[];
  sites: Site[];
  known: string[];
}

/** Sittings of a few pins, some with one subject in mind, hours or days apart. */
function pinAll(random: Random, world: World, count: number): Pinned[] {
  const pinned: Pinned[] = [];
  const liked = shuffled(random, world.known); // some subjects are pinned more than others
  let at = 0;
  while (pinned.length < count) {
    at += whole(random, 300, 4000);
    const theme = random() < 0.75 ? zipf(random, liked) : null;
    const sitting = whole(random, 2, 10);
    let site = zipf(random, world.sites);
    for (let index = 0; index < sitting && pinned.length < count; index += 1) {
      at += whole(random, 1, 9);
      const subject = theme !== null && random() < 0.75 ? theme : zipf(random, liked);
      if (random() < 0.5 || (site.subject !== null && site.subject !== subject)) {
        site = zipf(random, sitesWith(world.sites, subject));
      }
      // A blog is now and then about something else.
      const about = site.subject !== null && random() < 0.94 ? site.subject : subject;
      const page = pageOf(random, site, about);
      pinned.push({ ...page, ...shelfFor(random, world.shelves, about, page), at });
    }
  }
  return pinned;
}

/** Whether a subject's words are written with spaces between them. */
const isSpaced = (subject: string) => /^[a-z]/.test(subject);

const sitesWith = (sites: Site[], subject: string) => {
  const fitting = sites.filter((site) => site.subject === null || site.subject === subject);
  return fitting.length > 0 ? fitting : sites;
};

function pageOf(
  random: Random,
  site: Site,
  subject: string,
): Omit<Pinned, 'board' | 'section' | 'at'> {
  const words = subjects[subject]!.split(' ');
  const isJapanese = !isSpaced(subject);
  const some = (count: number) => Array.from({ length: count }, () => zipf(random, words, 0.6));
  const about = some(whole(random, 2, 4));
  // In a third of all titles one word is another subject's.
  const others = Object.keys(subjects).filter((other) => isSpaced(other) === isSpaced(subject));
  if (random() < 0.33) about.push(zipf(random, subjects[pick(random, others)]!.split(' ')));
  const said = isJapanese
    ? []
    : shuffled(random, anySubject.split(' ')).slice(0, whole(random, 1, 3));
  const title = shuffled(random, [...about, ...said]).join(isJapanese ? '' : ' ');
  const name = site.host.replace(/^www\.|\.example$/g, '');
  return {
    url: `https://${site.host}/${whole(random, 2019, 2026)}/${isJapanese ? whole(random, 1000, 9999) : about.join('-')}`,
    title: `${title} | ${name}`,
    alt: random() < 0.75 ? some(whole(random, 1, 3)).join(isJapanese ? '' : ' ') : '',
  };
}

/** The shelf of the subject that has most of the page's words; one pin in fifty goes anywhere. */
function shelfFor(
  random: Random,
  shelves: Shelf[],
  subject: string,
  page: { title: string; alt: string },
) {
  const text = `${page.title} ${page.alt}`;
  const fitting = shelves.filter((shelf) => shelf.subject === subject);
  const score = ({ own }: Shelf) => own.filter((word) => text.includes(word)).length;
  const best = fitting.toSorted((a, b) => score(b) - score(a))[0] ?? shelves[0]!;
  const { board, section } = random() < 0.02 ? pick(random, shelves) : best;
  return { board, section };
}

function randomOf(seed: string): Random {
  let drawn = 0;
  return () => unit(`${seed}:${(drawn += 1)}`);
}
const whole = (random: Random, from: number, to: number) =>
  from + Math.floor(random() * (to - from + 1));
const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

/** The first of a list are drawn more often: by 1, 1/2, 1/3 … where `steep` is 1. */
function zipf<Item>(random: Random, items: readonly Item[], steep = 1): Item {
  const weights = items.map((_, index) => 1 / (index + 1) ** steep);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  return items[at < 0 ? items.length - 1 : at]!;
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
