import { describe, expect, it } from 'vitest';

import { searchLoosely } from './fuzzy';
import { searchable } from './search';

const names = [
  'Weeknight dinners',
  'Desserts without an oven',
  'Crème brûlée',
  'Kitchen ideas',
  'Kitchen / Sauces',
  'Кухонные идеи',
  'مطبخ صغير',
  '日本のおかず',
  'Ünlü İstanbul',
  '😀 party',
];
const search = (query: string) => searchLoosely(searchable(names, String), query);

describe('searchLoosely', () => {
  it('finds no fewer than are asked for, the first of all that fit', () => {
    const many = searchable(
      Array.from({ length: 1000 }, (_, at) => `Kitchen ${at}`),
      String,
    );
    const all = searchLoosely(many, 'kitchn');
    const some = searchLoosely(many, 'kitchn', 13);
    expect(all).toHaveLength(1000);
    expect(some.length).toBeGreaterThanOrEqual(13);
    expect(some.length).toBeLessThan(1000);
    expect(all.slice(0, some.length)).toEqual(some);
  });

  it.each([
    ['a letter too few', 'kitchn', 'Kitchen ideas'],
    ['a letter too many', 'dessserts', 'Desserts without an oven'],
    ['a wrong letter', 'weaknight', 'Weeknight dinners'],
    ['two letters exchanged', 'brluee', 'Crème brûlée'],
    ['words in another order, one with a slip', 'dinners weeknigt', 'Weeknight dinners'],
    ['a section with a slip', 'kitchen/saucs', 'Kitchen / Sauces'],
    ['Cyrillic letters', 'кухоные', 'Кухонные идеи'],
    ['a wrong first letter', 'jitchen', 'Kitchen ideas'],
    ['a wrong last letter', 'kitchem', 'Kitchen ideas'],
    ['Arabic letters', 'مبطخ', 'مطبخ صغير'],
    ['accents and a slip', 'istambul', 'Ünlü İstanbul'],
    ['a letter that is doubled in what was typed', 'sauuces', 'Kitchen / Sauces'],
  ])('finds by %s', (_, query, name) => {
    expect(search(query)).toContain(name);
  });

  it.each([
    '',
    'k',
    '.*',
    '((((',
    '\\',
    '😀😀😀',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(10_000),
  ])('takes %j for text, and breaks at none of it', (query) => {
    expect(Array.isArray(search(query))).toBe(true);
  });
});
