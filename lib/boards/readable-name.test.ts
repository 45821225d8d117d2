import { expect, it } from 'vitest';

import { readableName } from './readable-name';

it('leaves a name as it is, but for what is not seen and turns what stands around it', () => {
  const fine = ['Crème & <b>', 'مطبخ الجدة', '👩‍👩‍👧 cake', 'x'.repeat(10_000)];
  expect(fine.map(readableName)).toEqual(fine);
  expect(readableName(' \u202eabc\u2066 evil\ufeff ')).toBe('abc evil');
});

it('says of a name that it is none', () => {
  expect(['', '   ', '\u202e\ufeff'].map(readableName)).toEqual(
    Array.from({ length: 3 }, () => 'Without a name'),
  );
});
