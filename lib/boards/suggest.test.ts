import { describe, expect, it } from 'vitest';

import { makeSet } from '../../test/ranking/make';
import set from '../../test/ranking/set.json';
import { siteOfPage } from '../drafts/site';
import { pageKey } from './page-key';
import { placeWords } from './rank';
import { keyOfChoice, suggestPlaces, type Asked } from './suggest';
import type { Choice } from './types';
import { wordsOf } from './words';

type Person = ReturnType<typeof makeSet>[number];
type Pinned = Person['pinned'][number];

const minute = 60_000;
const asked = ({ url, title, alt, at }: Pinned): Asked => ({
  site: siteOfPage(url),
  page: pageKey(url),
  words: wordsOf(title, alt),
  at: at * minute,
});
const choiceOf = (pinned: Pinned): Choice => ({
  ...asked(pinned),
  words: wordsOf(pinned.title, pinned.alt),
  boardId: pinned.board,
  sectionId: pinned.section,
});

/** How often the wanted place is the first, and how often it is among the first three. */
function shares(
  people: readonly Person[],
  rank: (history: Choice[], page: Asked, named: Map<string, string[]>) => string[],
) {
  const ranks = people.flatMap((person) => {
    const chosen = person.pinned.map(choiceOf);
    const named = namedOf(person.boards);
    return person.cases.map((at) => {
      const history = chosen.slice(0, at).toReversed();
      return rank(history, asked(person.pinned[at]!), named).indexOf(keyOfChoice(chosen[at]!));
    });
  });
  const share = (of: (rank: number) => boolean) => ranks.filter(of).length / ranks.length;
  return {
    count: ranks.length,
    first: share((at) => at === 0),
    three: share((at) => at >= 0 && at < 3),
  };
}

const suggested = (history: Choice[], page: Asked, named: Map<string, string[]>) =>
  suggestPlaces(history, page, named).map(({ key }) => key);
const recent = (history: Choice[]) => [...new Set(history.map(keyOfChoice))];
const namedOf = (boards: Person['boards']) =>
  placeWords(
    boards.flatMap(({ id, name, sections }) => [
      { key: id, name },
      ...sections.map((section) => ({
        key: `${id}/${section.id}`,
        name: `${name} / ${section.name}`,
      })),
    ]),
  );

describe('the ranking test set', () => {
  it('is what its model of habits gives', () => {
    expect(set).toEqual(makeSet());
  });

  it('has the wanted board first in 85 % and among the first three in 97 % of at least 200 cases', () => {
    const { count, first, three } = shares(set, suggested);

    expect(count).toBeGreaterThanOrEqual(200);
    expect(first).toBeGreaterThanOrEqual(0.85);
    expect(three).toBeGreaterThanOrEqual(0.97);
  });

  it('is not answered by the most recent board', () => {
    expect(shares(set, recent).first).toBeLessThanOrEqual(0.6);
  });
});

describe('suggestPlaces', () => {
  const choice = (boardId: string, over: Partial<Choice> = {}): Choice => ({
    boardId,
    sectionId: null,
    site: '',
    page: 0,
    words: [],
    at: 0,
    ...over,
  });
  const now: Asked = { site: 'ikea.com', page: 1, words: ['brass', 'tap'], at: 1e9 };
  const first = (choices: Choice[], named?: Map<string, string[]>) =>
    suggestPlaces(choices, now, named)[0];
  const others = ['3', '4', '5'].map((id) => choice(id, { site: 'nord.example' }));

  it.each([
    ['the site', { site: 'ikea.com', page: 2 }, { kind: 'site' }],
    ['the page', { site: 'ikea.com', page: 1 }, { kind: 'page' }],
    ['the words', { words: ['tap', 'new'] }, { kind: 'words', words: ['tap'] }],
  ])('says that it is because of %s', (_, over, because) => {
    expect(first([...others, choice('7', over)])).toEqual({ key: '7', because });
  });

  it('takes a name that has a word of the page where nothing was chosen before', () => {
    expect(first([], new Map([['tap', ['9/s']]]))).toEqual({
      key: '9/s',
      because: { kind: 'name' },
    });
  });

  it('gives nothing where nothing is known', () => {
    expect(suggestPlaces([], now)).toEqual([]);
  });
});
