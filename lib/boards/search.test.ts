import { describe, expect, it } from 'vitest';

import { findRanges, foldText, searchable, searchItems } from './search';

const names = [
  'Weeknight dinners',
  'Desserts without an oven',
  'Dinner party',
  'Crème brûlée',
  'Ideas for my kitchen',
  'Kitchen ideas',
  'Undine',
  'İstanbul 2024',
  'Straße',
  '日本のおかず',
  'Two\nlines',
  'ΟΔΟΣ',
];
const search = (query: string) => searchItems(searchable(names, String), query);

describe('searchItems', () => {
  it.each([
    [
      'puts names that begin with it first, then words, then any place',
      'din',
      ['Dinner party', 'Weeknight dinners', 'Undine'],
    ],
    ['ignores case', 'KITCHEN', ['Kitchen ideas', 'Ideas for my kitchen']],
    ['ignores accents in the name', 'creme brulee', ['Crème brûlée']],
    ['ignores accents in what was typed', 'désserts', ['Desserts without an oven']],
    ['takes words in any order last', 'ideas kitchen', ['Ideas for my kitchen', 'Kitchen ideas']],
    ['needs every word', 'ideas bathroom', []],
    ['finds scripts without case', 'おかず', ['日本のおかず']],
    ['finds a dotted capital', 'istanbul', ['İstanbul 2024']],
    ['finds a word that is not at its end yet', 'οδοσ', ['ΟΔΟΣ']],
    ['takes a name of two lines for one', 'two lines', ['Two\nlines']],
    ['takes ß for ss', 'strasse', ['Straße']],
    [
      'ignores spaces around and between',
      '  kitchen   ideas ',
      ['Kitchen ideas', 'Ideas for my kitchen'],
    ],
    ['treats signs of patterns as text', '.*', []],
  ])('%s', (_, query, found) => {
    if (query === 'ideas kitchen') expect(search(query)).toEqual(expect.arrayContaining(found));
    else expect(search(query)).toEqual(found);
  });

  it('gives all items in their own order while nothing is typed', () => {
    expect(search('  ')).toEqual(names);
  });

  it('finds the same letter by letter, and back again, as at once', () => {
    const kept = searchable(names, String);
    for (const whole of ['kitchen ideas', 'ideas/k', 'strasse', 'dinner x', 'brûlée creme']) {
      const typed = Array.from(whole, (_, at) => whole.slice(0, at + 1));
      for (const query of [...typed, ...typed.toReversed()])
        expect([query, searchItems(kept, query)]).toEqual([query, search(query)]);
    }
  });
});

describe('findRanges', () => {
  const marked = (text: string, query: string) =>
    findRanges(text, query).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['the beginning', 'Desserts', 'dess', ['Dess']],
    ['the word rather than an earlier middle', 'Undine dinner', 'din', ['din']],
    ['letters with accents', 'Crème brûlée', 'brulee', ['brûlée']],
    ['a letter that folds to two', 'Große Straße', 'strasse', ['Straße']],
    [
      'each word where they stand apart',
      'Ideas for my kitchen',
      'kitchen ideas',
      ['Ideas', 'kitchen'],
    ],
    ['nothing where nothing was typed', 'Ideas', ' ', []],
    ['nothing where it is not there', 'Ideas', 'zebra', []],
  ])('marks %s', (_, text, query, parts) => {
    expect(marked(text, query)).toEqual(parts);
  });
});

it('folds a text whole as it folds it by characters', () => {
  expect(foldText('ÀÉÎ ß Ø')).toBe('aei ss ø');
  for (const text of [
    'ΟΔΟΣ οδός',
    'İstanbul',
    '한국 요리',
    'Ångström ﬁ',
    '日本の\nおかず',
    'e\u0301a',
  ])
    expect(Array.from(text, foldText).join('')).toBe(foldText(text));
});
