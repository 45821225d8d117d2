import { boardKinds } from '../../lib/boards/kinds';
import type { BoardRow } from '../../lib/boards/types';
import { t, tn } from '../../lib/i18n';
import { GroupIcon, HideIcon, StarIcon } from '../ui/board-icons';
import { LockIcon } from '../ui/icons';
import { Picture } from '../ui/Picture';
import { RowButtons } from './RowButtons';

interface BoardLineProps {
  board: BoardRow;
  /** The person's own name at Pinterest. */
  me: string | undefined;
  isStarred: boolean;
  isHidden: boolean;
  chosen: boolean;
  /** Null where it is on its way to Pinterest, and nothing can be done with it yet. */
  onChoose: (() => void) | null;
  onOpen: () => void;
  /** Null where the board is another's. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
}

/** One board of the library: who sees it, how it is marked, and what can be done with it. */
export function BoardLine(props: BoardLineProps) {
  const { board, me, isStarred, isHidden, chosen, onChoose, onOpen, onEdit, onDelete } = props;
  const { name, pinCount, coverUrl } = board;
  return (
    <div class="library-row">
      <input
        type="checkbox"
        class="choose-box"
        aria-label={t('outboxChoose', name)}
        checked={chosen}
        disabled={onChoose === null}
        onChange={() => onChoose?.()}
      />
      <Picture url={coverUrl} class="library-cover" />
      <div class="grow">
        <button type="button" class="library-open cut" dir="auto" onClick={onOpen}>
          {name}
        </button>
        <p class="library-facts tiny faint num">
          <span>{tn('boardPins', pinCount)}</span>
          {boardKinds(board, me).map((kind) => (
            <span key={kind} class="library-lock">
              {kind === 'boardGroup' ? <GroupIcon size={11} /> : <LockIcon size={11} />} {t(kind)}
            </span>
          ))}
          {isStarred && (
            <span class="library-lock">
              <StarIcon size={11} /> {t('boardStarred')}
            </span>
          )}
          {isHidden && (
            <span class="library-lock">
              <HideIcon size={11} /> {t('boardHidden')}
            </span>
          )}
        </p>
      </div>
      <RowButtons {...{ name, onEdit, onDelete }} />
    </div>
  );
}
