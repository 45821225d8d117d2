import { expect, it } from 'vitest';

import { typedDigits } from './digits';

it('leaves the digits to be typed that a name begins with, and the others to choose', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  expect(typedDigits(named('2025 garden', 'Top 3', '4 seasons'))).toBe('2');
  expect(typedDigits(named('3D prints', '100 soups'))).toBe('13');
  expect(typedDigits([])).toBe('');
});
