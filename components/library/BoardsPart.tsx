import { useCallback, useMemo, useState } from 'preact/hooks';

import { searchBoth } from '../../lib/boards/fuzzy';
import { searchable } from '../../lib/boards/search';
import type { BoardRow } from '../../lib/boards/types';
import type { ErrorAction } from '../../lib/error-text';
import type { AppError, ErrorInfo } from '../../lib/errors';
import { t, tn } from '../../lib/i18n';
import { boardsWith, pending } from '../../lib/library/overlay';
import { isGranted } from '../../lib/pinterest/scopes';
import type { AccountStore } from '../../lib/state/account';
import type { BoardsStore } from '../../lib/state/boards';
import type { BoardsLook, LibraryStore } from '../../lib/state/library';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { RovingList } from '../ui/RovingList';
import { ChooseAll, SearchRow } from '../ui/SearchRow';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { boardDeletion } from './board-changes';
import { BoardForm } from './BoardForm';
import { BoardLine } from './BoardLine';
import { BoardsBatch } from './BoardsBatch';
import { BoardsFoot } from './BoardsFoot';
import { DeleteBoards } from './DeleteBoards';
import { EmptyNote } from './EmptyNote';
import { useReadAt } from './read-at';
import { useChosen } from './use-chosen';
import { useLeft } from './use-left';
import { isMade, useMade } from './use-made';

/** Does what the button of an error says; `again` reads what could not be read. */
export type OnAct = (action: ErrorAction, error: AppError | ErrorInfo, again: () => void) => void;

export interface LibraryPartProps {
  library: LibraryStore;
  boards: BoardsStore;
  account: AccountStore;
  /** Asks for the permission for secret boards. */
  onSecret: () => void;
  onAct: OnAct;
}

type Privacy = BoardsLook['privacy'];

const ROW_HEIGHT = 61;

const idOf = ({ id }: BoardRow) => id;

interface BoardsPartProps extends LibraryPartProps {
  onCircle: () => void;
  /** Says what was done. */
  onSaid: (words: string) => void;
}

/** All boards with their covers: to find, to filter, to open and to change, one or many at once. */
export function BoardsPart(props: BoardsPartProps) {
  const { library, boards, account, onSecret, onSaid } = props;
  const who = useStore(account, (state) => state.account);
  const status = useStore(boards, (state) => state.status);
  const error = useStore(boards, (state) => state.error);
  const { typed, privacy } = useStore(library, (state) => state.look);
  const left = useLeft(library);
  const [editing, setEditing] = useState<BoardRow | 'new' | null>(null);
  const [deleting, setDeleting] = useState<readonly BoardRow[]>([]);
  const { all, shown } = useBoards({ library, boards, account }, typed, privacy);
  const there = useMemo(() => shown.filter(({ id }) => isMade(id)), [shown]);
  const chosen = useChosen(there, idOf);
  const marks = useStore(boards, (state) => state.marks);
  const { open, change, setLook } = library.getState();
  const made = useMade(
    library,
    (boardId) => void open({ kind: 'board', boardId, sectionId: null }),
  );
  const openBoard = ({ id }: BoardRow) => made.open(id);
  const { keyOf: keyOfId } = made;
  const keyOf = useCallback(({ id }: BoardRow) => keyOfId(id), [keyOfId]);
  const isTheirs = ({ ownerUsername }: BoardRow) => ownerUsername === who?.username;
  const isOwn = (board: BoardRow) => isMade(board.id) && isTheirs(board);
  const onKey = (key: string, board: BoardRow) => {
    const keys: Record<string, () => void> = {
      ' ': () => isMade(board.id) && chosen.toggle(board.id),
      Enter: () => openBoard(board),
      F2: () => isTheirs(board) && made.whenMade(board.id, (id) => setEditing({ ...board, id })),
      Delete: () => setDeleting(chosen.withChosen(board).filter(isOwn)),
    };
    keys[key]?.();
    return key in keys;
  };
  const remove = () => {
    void change(deleting.map(boardDeletion));
    if (deleting.some(({ id }) => chosen.has(id))) chosen.setAll(false);
    if (deleting.length > 1) onSaid(tn('boardsDeleted', deleting.length));
  };
  const search = () => {
    const query = library.getState().look.typed.trim(); // Enter may come before what was typed is drawn
    if (query !== '') void open({ kind: 'search', query });
  };
  const readOn = () => void boards.getState().load();
  const isSecretShown = !who || isGranted(who.scopes, 'secret');
  return (
    <>
      <div class="library-tools" role="search">
        <SearchRow
          label={t('libraryFind')}
          value={typed}
          onInput={(words) => setLook({ typed: words })}
          onEnter={search}
          inputRef={left.refOf('search')}
        >
          <Button onClick={() => setEditing('new')}>{t('libraryNewBoard')}</Button>
        </SearchRow>
        <div class="search-row">
          <ChooseAll label={t('outboxChooseAll')} checked={chosen.isAll} onChange={chosen.setAll} />
          <Segmented<Privacy>
            label={t('libraryPrivacy')}
            value={privacy}
            onChange={(wanted) => setLook({ privacy: wanted })}
            options={privaciesOf(all)}
          />
          <span class="grow" />
          <Button
            kind="plain"
            buttonRef={left.refOf('all')}
            onClick={() => void open({ kind: 'all' })}
          >
            {t('libraryAllPins')}
          </Button>
        </div>
        {typed.trim() !== '' && (
          <Button onClick={search}>{t('librarySearchPins', typed.trim())}</Button>
        )}
        {!isSecretShown && (
          <Button kind="plain" onClick={onSecret}>
            {t('boardShowSecret')}
          </Button>
        )}
      </div>
      <BoardsBatch
        {...{ library, boards, onSaid }}
        picked={chosen.picked}
        own={chosen.picked.filter(isOwn)}
        onSecret={isSecretShown ? null : onSecret}
        onDelete={() => setDeleting(chosen.picked.filter(isOwn))}
        onDone={(said) => {
          chosen.setAll(false);
          onSaid(said);
        }}
      />
      {status === 'loading' && <Skeleton height="240px" />}
      {status === 'failed' && error && (
        <ErrorNotice
          isReading
          error={error}
          onAction={(action) => props.onAct(action, error, readOn)}
        />
      )}
      {status === 'ready' && shown.length === 0 && (
        <EmptyNote>{t(all.length === 0 ? 'libraryNoBoards' : 'libraryNoneFound')}</EmptyNote>
      )}
      {status === 'ready' && shown.length > 0 && (
        <RovingList
          label={t('libraryBoards')}
          items={shown}
          keyOf={keyOf}
          rowHeight={ROW_HEIGHT}
          onKey={onKey}
          startKey={left.boardId && made.keyOf(left.boardId)}
          focusWhen={chosen.picked.length === 0} // the buttons for many are gone
        >
          {(board) => (
            <BoardLine
              board={board}
              me={who?.username}
              isStarred={marks.starred.includes(board.id)}
              isHidden={marks.hidden.includes(board.id)}
              chosen={chosen.has(board.id)}
              onChoose={isMade(board.id) ? () => chosen.toggle(board.id) : null}
              onOpen={() => openBoard(board)}
              onEdit={isOwn(board) ? () => setEditing(board) : null}
              onDelete={isOwn(board) ? () => setDeleting([board]) : null}
            />
          )}
        </RovingList>
      )}
      <BoardsFoot {...{ boards, all: all.length, shown: shown.length }}>
        <Button kind="plain" buttonRef={left.refOf('circle')} onClick={props.onCircle}>
          {t('circleOpen')}
        </Button>
      </BoardsFoot>
      {editing && (
        <BoardForm
          board={editing === 'new' ? null : editing}
          taken={all
            .filter(
              // By its id: its row is another one once boards are read anew.
              ({ id, ownerUsername }) =>
                ownerUsername === who?.username && (editing === 'new' || id !== editing.id),
            )
            .map(({ name }) => name)}
          onSecret={isSecretShown ? null : onSecret}
          onDone={(wanted) => {
            setEditing(null);
            if (wanted) void change([wanted]);
          }}
        />
      )}
      {deleting.length > 0 && (
        <DeleteBoards
          boards={deleting}
          onDone={(isWanted) => {
            setDeleting([]);
            if (isWanted) remove();
          }}
        />
      )}
    </>
  );
}

function useBoards(
  { library, boards, account }: Pick<LibraryPartProps, 'library' | 'boards' | 'account'>,
  typed: string,
  privacy: Privacy,
) {
  const read = useStore(boards, (state) => state.boards);
  const changes = useStore(library, (state) => state.changes);
  const username = useStore(account, (state) => state.account?.username ?? '');
  const readAt = useReadAt(read);
  const all = useMemo(
    () => boardsWith(read, pending(changes, readAt), username),
    [read, changes, readAt, username],
  );
  const index = useMemo(() => searchable(all, ({ name }) => name), [all]);
  const shown = useMemo(
    () =>
      searchBoth(index, typed, ({ id }) => id).filter(
        (board) => privacy === 'ALL' || board.privacy === privacy,
      ),
    [index, typed, privacy],
  );
  return { all, shown };
}

function privaciesOf(boards: readonly BoardRow[]) {
  const options: { value: Privacy; label: string }[] = [
    { value: 'ALL', label: t('partAll') },
    { value: 'PUBLIC', label: t('boardPublic') },
    { value: 'SECRET', label: t('boardSecret') },
  ];
  const isProtected = boards.some((board) => board.privacy === 'PROTECTED');
  return isProtected
    ? [...options, { value: 'PROTECTED' as const, label: t('boardProtected') }]
    : options;
}
