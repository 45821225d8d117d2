import { expect, it } from 'vitest';

import { boardRow } from '../../test/library-stores';
import { privacyChanges } from './board-changes';

it('changes who sees boards only where that is other than wanted and can be chosen, and knows the way back', () => {
  const boards = [
    boardRow('1', 'Kitchen'),
    boardRow('2', 'Gifts', { privacy: 'SECRET' }),
    boardRow('3', 'Shop', { privacy: 'PROTECTED' }),
  ];

  expect(privacyChanges(boards, 'SECRET')).toEqual([
    {
      op: 'boards/update',
      input: { board_id: '1', privacy: 'SECRET' },
      back: { board_id: '1', privacy: 'PUBLIC' },
      about: '1',
      name: 'Kitchen',
    },
  ]);
  expect(privacyChanges(boards, 'PUBLIC').map(({ about }) => about)).toEqual(['2']);
});
