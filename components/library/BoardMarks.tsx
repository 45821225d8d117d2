import { t } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { HideIcon, StarIcon } from '../ui/board-icons';
import { IconButton } from '../ui/Button';
import { useStore } from '../use-store';

interface BoardMarksProps {
  boards: BoardsStore;
  boardId: string;
  name: string;
}

/** Puts a board first, or out of sight, wherever one is chosen: any board, whoever owns it. */
export function BoardMarks({ boards, boardId, name }: BoardMarksProps) {
  const isStarred = useStore(boards, ({ marks }) => marks.starred.includes(boardId));
  const isHidden = useStore(boards, ({ marks }) => marks.hidden.includes(boardId));
  const { mark } = boards.getState();
  return (
    <span class={`library-marks ${isStarred ? 'library-starred' : ''}`}>
      <IconButton
        label={t(isStarred ? 'boardUnstar' : 'boardStar', name)}
        onClick={() => void mark([boardId], 'starred', !isStarred)}
      >
        <StarIcon />
      </IconButton>
      <IconButton
        label={t(isHidden ? 'boardUnhide' : 'boardHide', name)}
        onClick={() => void mark([boardId], 'hidden', !isHidden)}
      >
        <HideIcon />
      </IconButton>
      {isHidden && <span class="tiny faint">{t('boardHidden')}</span>}
    </span>
  );
}
