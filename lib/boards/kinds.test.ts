import { expect, it } from 'vitest';

import { boardRow } from '../../test/library-stores';
import { boardKinds } from './kinds';

it('says who sees a board, and whether others pin to it, both where both hold', () => {
  const kinds = (over: object, me?: string) => boardKinds(boardRow('1', 'Gifts', over), me);
  expect(kinds({})).toEqual([]);
  expect(kinds({ privacy: 'SECRET', collaborators: 2 })).toEqual(['boardSecret', 'boardGroup']);
  expect(kinds({ privacy: 'PROTECTED' })).toEqual(['boardProtected']);
  expect(kinds({}, 'linda_kitchen')).toEqual([]);
  expect(kinds({}, 'maria')).toEqual(['boardGroup']);
});
