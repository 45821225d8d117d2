import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { boardKinds } from '../../lib/boards/kinds';
import type { SectionRow } from '../../lib/boards/types';
import { formatNumber, t, tn } from '../../lib/i18n';
import { boardsWith, descriptionWith, pending, sectionsWith } from '../../lib/library/overlay';
import type { LibraryPlace } from '../../lib/library/types';
import { isGranted } from '../../lib/pinterest/scopes';
import { Unread } from '../board-picker/Unread';
import { Button } from '../ui/Button';
import { useStore } from '../use-store';
import { BackButton } from './BackButton';
import { boardDeletion } from './board-changes';
import { BoardForm } from './BoardForm';
import { BoardMarks } from './BoardMarks';
import type { LibraryPartProps } from './BoardsPart';
import { Confirm } from './Confirm';
import { useReadAt } from './read-at';
import { SectionForm } from './SectionForm';
import { useMade } from './use-made';

interface BoardHeadProps extends LibraryPartProps {
  place: Extract<LibraryPlace, { kind: 'board' }>;
}

type Asked = 'edit' | 'delete' | 'section' | 'rename' | 'delete-section';

/** A board's name, words and sections, and what can be done with them. */
export function BoardHead(props: BoardHeadProps) {
  const { library, boards, account, place, onSecret } = props;
  const { boardId, sectionId } = place;
  const { board, others, description } = useBoard(props);
  const about = useStore(library, (state) => state.board);
  const me = useStore(account, (state) => state.account?.username);
  const isOwn = me === board?.ownerUsername;
  const isSecretAllowed = useStore(
    account,
    (state) => !state.account || isGranted(state.account.scopes, 'secret'),
  );
  const { sections, isRead, unread } = useSections(props);
  const [asked, setAsked] = useState<Asked | null>(null);
  const section = sections.find(({ id }) => id === sectionId);
  const { open, change } = library.getState();
  const show = (id: string | null) => void open({ ...place, sectionId: id });
  const made = useMade(library, show);
  const showAll = () => {
    made.forget();
    show(null);
  };
  const name = board?.name ?? about?.name ?? '';
  const newSection = useRef<HTMLButtonElement>(null);
  const isSection = section !== undefined;
  useLayoutEffect(() => {
    // The buttons of a section that is gone went with it.
    if (!isSection && document.activeElement === document.body) newSection.current?.focus();
  }, [isSection]);
  const button = (what: Asked, words: string) => (
    <Button
      kind="plain"
      buttonRef={what === 'section' ? newSection : null}
      onClick={() => setAsked(what)}
    >
      {words}
    </Button>
  );
  return (
    <header class="library-head">
      <BackButton library={library} />
      <div class="library-title">
        <h2 class="library-name" dir="auto">
          {name}
        </h2>
        <BoardMarks {...{ boards, boardId, name }} />
      </div>
      {/* Above what is read later, which would move them under the pointer: one of them deletes the board. */}
      {isOwn && (
        <p class="library-actions">
          {button('edit', t('boardEdit'))}
          {button('section', t('libraryNewSection'))}
          {section && button('rename', t('sectionRename'))}
          {section && button('delete-section', t('sectionDelete'))}
          {button('delete', t('boardDelete'))}
        </p>
      )}
      {description && (
        <p class="small muted" dir="auto">
          {description}
        </p>
      )}
      <p class="tiny faint num">
        {[
          board && tn('boardPins', board.pinCount),
          ...(board ? boardKinds(board, me).map((kind) => t(kind)) : []),
          about?.follower_count !== undefined &&
            t('boardFollowers', formatNumber(about.follower_count)),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {/* In a line that is there anyway: what is below stands still. */}
        {!isRead && !unread && <span role="status">{t('sectionsLoading')}</span>}
      </p>
      {sections.length > 0 && (
        <ul class="library-sections" aria-label={t('librarySections')}>
          {[{ id: null, name: t('partAll') }, ...sections].map(({ id, name: words }) => (
            <li key={id ?? ''}>
              <button
                type="button"
                class="library-section"
                aria-pressed={id === sectionId}
                dir="auto"
                onClick={() => (id === null ? showAll() : made.open(id))}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
      {unread && (
        <p class="tiny" role="alert">
          <Unread error={unread} known="sections" />{' '}
          <Button kind="plain" onClick={() => readSections(props)}>
            {t('actionRetry')}
          </Button>
        </p>
      )}
      {asked === 'edit' && board && (
        <BoardForm
          board={board}
          taken={others}
          onSecret={isSecretAllowed ? null : onSecret}
          onDone={(wanted) => {
            setAsked(null);
            if (wanted) void change([wanted]);
          }}
        />
      )}
      {(asked === 'section' || asked === 'rename') && (
        <SectionForm
          boardId={boardId}
          section={asked === 'rename' ? (section ?? null) : null}
          taken={sections.filter((each) => asked === 'section' || each !== section)}
          onDone={(wanted) => {
            setAsked(null);
            if (wanted) void change([wanted]);
          }}
        />
      )}
      {asked === 'delete' && (
        <Confirm
          deletes
          title={t('boardDeleteTitle', name)}
          words={tn('boardDeleteWords', board?.pinCount ?? 0)}
          action={t('actionDelete')}
          onDone={(isWanted) => {
            setAsked(null);
            if (!isWanted) return;
            void change([boardDeletion({ id: boardId, name })]);
            void open(null);
          }}
        />
      )}
      {asked === 'delete-section' && section && (
        <Confirm
          deletes
          title={t('boardDeleteTitle', section.name)}
          words={t('sectionDeleteWords')}
          action={t('actionDelete')}
          onDone={(isWanted) => {
            setAsked(null);
            if (!isWanted) return;
            void change([sectionDeletion(boardId, section)]);
            show(null);
          }}
        />
      )}
    </header>
  );
}

const sectionDeletion = (board_id: string, { id, name }: SectionRow) =>
  ({
    op: 'board_sections/delete',
    input: { board_id, section_id: id },
    about: board_id,
    name,
  }) as const;

function useBoard({ library, boards, account, place }: BoardHeadProps) {
  const read = useStore(boards, (state) => state.boards);
  const changes = useStore(library, (state) => state.changes);
  const username = useStore(account, (state) => state.account?.username ?? '');
  const readAt = useReadAt(read);
  const said = useStore(library, (state) => state.board?.description ?? '');
  const saidAt = useStore(library, (state) => state.readAt);
  return useMemo(() => {
    const all = boardsWith(read, pending(changes, readAt), username);
    const board = all.find(({ id }) => id === place.boardId);
    const others = all
      .filter((each) => each !== board && each.ownerUsername === username)
      .map(({ name }) => name);
    const words = descriptionWith(said, place.boardId, pending(changes, saidAt));
    return { board, others, description: words };
  }, [read, changes, readAt, username, place.boardId, said, saidAt]);
}

/** What can't be read is in the store, with the reason. */
const readSections = ({ boards, place: { boardId } }: Pick<BoardHeadProps, 'boards' | 'place'>) =>
  void boards
    .getState()
    .loadSections(boardId)
    .catch(() => undefined);

/** Sections are read anew where one of them was changed: the session forgets them then. */
function useSections({ library, boards, place }: BoardHeadProps) {
  const { boardId } = place;
  const kept = useStore(boards, (state) => state.sections[boardId]);
  const unread = useStore(boards, (state) => state.unread[boardId]);
  const isKept = kept !== undefined;
  const last = useRef(kept);
  if (kept) last.current = kept; // while they are read anew, those of before are shown
  const read = last.current;
  const changes = useStore(library, (state) => state.changes);
  const readAt = useReadAt(read);
  useEffect(() => {
    if (!isKept) readSections({ boards, place });
    // oxlint-disable-next-line react/exhaustive-deps -- another section of the board is the same list
  }, [boards, boardId, isKept]);
  const sections = useMemo(
    () => sectionsWith(read ?? [], boardId, pending(changes, readAt)),
    [read, boardId, changes, readAt],
  );
  return { sections, isRead: read !== undefined, unread };
}
