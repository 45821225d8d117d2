import { describe, expect, it } from 'vitest';

import { cleanText, cutText, saidText } from './text';

describe('cleanText', () => {
  it.each([
    ['joins lines', '  Tea \n\t with   milk ', 'Tea with milk'],
    ['takes out controls and direction overrides', 'a\u0000b\u202Ec\u2066d', 'abcd'],
    ['keeps joined emoji whole', '👩‍🍳 soup', '👩‍🍳 soup'],
    ['replaces half characters', 'a\ud83d', 'a\ufffd'],
    ['gives nothing for null', null, ''],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('bounds a text of a megabyte', () => {
    expect(cleanText('tea '.repeat(300_000)).length).toBeLessThanOrEqual(5_000);
  });
});

describe('cutText', () => {
  it.each([
    ['keeps what fits', 'Green tea', 9, 'Green tea'],
    ['cuts at the end of a word', 'Green tea with rice', 12, 'Green tea…'],
    ['leaves no comma at the end', 'Green tea, with rice', 15, 'Green tea…'],
    ['cuts a word that fills the limit', 'Donaudampfschifffahrt', 10, 'Donaudamp…'],
    ['never cuts through an emoji', '👩‍🍳👩‍🍳👩‍🍳', 8, '👩‍🍳…'],
    [
      'cuts text without spaces',
      '東京特許許可局局長今日急遽休暇許可',
      9,
      expect.stringMatching(/^東京.{2,6}…$/),
    ],
  ])('%s', (_, text, limit, expected) => {
    const cut = cutText(text, limit);

    expect(cut).toEqual(expected);
    expect(cut.length).toBeLessThanOrEqual(limit);
  });
});

describe('saidText', () => {
  it.each([
    ['Mom&#8217;s &amp; Dad&rsquo;s', 'Mom’s & Dad’s'],
    ['&lt;b&gt; is bold', '&lt;b&gt; is bold'],
    ['&#60;script&#x3e;', '&#60;script&#x3e;'],
  ])('says %j as %j', (text, said) => {
    expect(saidText(text)).toBe(said);
  });
});
