import type { BoardRow } from '../../lib/boards/types';
import { t, tn } from '../../lib/i18n';
import { Confirm } from './Confirm';

interface DeleteBoardsProps {
  boards: readonly BoardRow[];
  onDone: (isWanted: boolean) => void;
}

/** Asks before one or several boards are deleted, and says what goes with them. */
export function DeleteBoards({ boards, onDone }: DeleteBoardsProps) {
  const [only, ...others] = boards;
  const pins = boards.reduce((sum, { pinCount }) => sum + pinCount, 0);
  const words =
    only && others.length === 0
      ? { title: t('boardDeleteTitle', only.name), words: tn('boardDeleteWords', pins) }
      : {
          title: tn('boardsDeleteTitle', boards.length),
          words: tn('boardsDeleteWords', pins),
          names: boards.map(({ name }) => name),
        };
  return <Confirm deletes {...words} action={t('actionDelete')} onDone={onDone} />;
}
