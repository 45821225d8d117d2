import { describe, expect, it } from 'vitest';

import { fits } from './query';

describe('a search of the settings', () => {
  it('finds words in any order, whatever their case and accents', () => {
    expect(fits('Raccourcis clavier préférés', 'PREFERES racc')).toBe(true);
    expect(fits('Raccourcis clavier', 'souris')).toBe(false);
  });

  it('hides nothing where nothing is typed', () => {
    expect(fits('Shortcuts', '  ')).toBe(true);
  });
});
