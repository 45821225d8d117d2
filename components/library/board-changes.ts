import type { BoardRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';

/** What is asked of Pinterest to delete a board. */
export const boardDeletion = ({ id, name }: Pick<BoardRow, 'id' | 'name'>) =>
  ({ op: 'boards/delete', input: { board_id: id }, about: id, name }) as const;

/** What is asked of Pinterest to make boards secret, or to show them to everybody, and back: a change for each that is not so. */
export const privacyChanges = (
  boards: readonly BoardRow[],
  to: 'PUBLIC' | 'SECRET',
): WantedChange[] =>
  boards.flatMap(({ id, name, privacy }) =>
    privacy === to || privacy === 'PROTECTED' // which nobody can choose, or leave
      ? []
      : {
          op: 'boards/update' as const,
          input: { board_id: id, privacy: to },
          back: { board_id: id, privacy },
          about: id,
          name,
        },
  );
