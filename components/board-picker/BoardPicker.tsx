import './BoardPicker.css';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { placeKey, type Place } from '../../lib/boards/rank';
import { isTelling } from '../../lib/boards/suggest';
import { siteOfPage } from '../../lib/drafts/site';
import type { BoardChoice } from '../../lib/drafts/types';
import { t } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { Combobox } from '../ui/Combobox';
import { late } from '../ui/late';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { BoardChips } from './BoardChips';
import { choiceKey, choiceName, choiceOf } from './choice';
import { typedDigits } from './digits';
import {
  acts,
  againOption,
  createOption,
  markOptions,
  optionOf,
  reasonOf,
  secretOption,
} from './options';
import { useNote } from './use-note';
import { useOffers, type About } from './use-offers';

interface BoardPickerProps {
  store: BoardsStore;
  value: BoardChoice | null;
  onChange: (choice: BoardChoice) => void;
  /** Enter while a board is chosen and the list is closed. */
  onEnter: () => void;
  /** Asks for the secret boards; null where they are in the list. */
  onSecret: (() => void) | null;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** What the board is for: with it, boards are suggested. */
  about?: About;
  /** Told what is chosen for the person until they choose: null where nothing speaks for any board. */
  onSuggested?: (choice: BoardChoice | null) => void;
  /** Boards that the pin goes to as well, where it may. */
  also?: { boards: readonly BoardChoice[]; onChange: (boards: BoardChoice[]) => void };
  /** Takes the focus once it is there, unless the person is elsewhere already. */
  takesFocus?: boolean;
}

/** As many as are seen at once; each time the end is near there are twice as many. More would be drawn at each key, unseen. */
const SHOWN = 5;

const LateNewBoard = late(
  () => import('./NewBoard').then(({ NewBoard }) => NewBoard),
  <Skeleton height="72px" />,
);

/** The field that picks a board or one of its sections, the likely ones first. */
export function BoardPicker(props: BoardPickerProps) {
  const { store, value, onChange, onSecret, onSuggested, about, also, takesFocus } = props;
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const [creating, setCreating] = useState<{ name: string; within: Place | null } | null>(null);
  const [within, setWithin] = useState<Place | null>(null);
  const [adding, setAdding] = useState(false);
  const own = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? own;
  const status = useStore(store, (state) => state.status);
  const hasBoards = useStore(store, ({ boards }) => boards.length > 0);
  const marks = useStore(store, (state) => state.marks);
  const { found, hasMore, first } = useOffers(store, {
    about: about ?? null,
    query,
    within,
    limit: shown,
  });
  const named = useStore(store, ({ boards, sections }) =>
    within ? sections[within.board.id] : boards,
  );
  const typed = useMemo(() => typedDigits(named ?? []), [named]);
  const { note, again } = useNote(store, within);
  const site = siteOfPage(about?.pageUrl ?? '');
  const isGone = useIsGone(store, value, onSecret === null);

  const valueKey = value && choiceKey(value);
  useEffect(() => setWithin(null), [valueKey]);
  useEffect(() => setShown(SHOWN), [query, within]);
  useLayoutEffect(() => {
    const at = document.activeElement;
    if (takesFocus && (at === null || at === document.body)) input.current?.focus();
  }, [takesFocus, input]);
  const best = useMemo(() => {
    const telling = first.find(({ standing }) => isTelling(standing));
    return telling ? choiceOf(telling) : null;
  }, [first]);
  useEffect(() => onSuggested?.(best), [onSuggested, best]);

  const take = (choice: BoardChoice) => {
    setWithin(null);
    const others = also?.boards ?? [];
    if (adding && also && value) {
      setAdding(false);
      const there = [value, ...others].some((each) => choiceKey(each) === choiceKey(choice));
      if (!there) also.onChange([...others, choice]);
    } else {
      onChange(choice);
      if (others.some((each) => choiceKey(each) === choiceKey(choice)))
        also?.onChange(others.filter((each) => choiceKey(each) !== choiceKey(choice)));
    }
  };
  const mark = (as: 'starred' | 'hidden') => {
    if (!within) return;
    const { id } = within.board;
    void store.getState().mark([id], as, !marks[as].includes(id));
    setWithin(null);
  };
  const choose = (key: string) => {
    const place = found.find((each) => placeKey(each) === key);
    if (place) take(choiceOf(place));
    else if (key === acts.secret) onSecret?.();
    else if (key === acts.again) again?.();
    else if (key === acts.star) mark('starred');
    else if (key === acts.hide) mark('hidden');
    // With the board that was gone into: the list that goes takes the focus along, and forgets it.
    else setCreating({ name: query.trim(), within });
  };
  const goInto = (key: string) => {
    const place = found.find((each) => placeKey(each) === key);
    if (!place || place.section || within) return false;
    void store
      .getState()
      .loadSections(place.board.id)
      .catch(() => undefined);
    setWithin(place);
    setQuery('');
    return true;
  };

  if (creating !== null) {
    return (
      <LateNewBoard
        store={store}
        name={creating.name}
        within={creating.within}
        onSecret={onSecret}
        onDone={(place) => {
          setCreating(null);
          setWithin(null);
          if (place) take(choiceOf(place));
        }}
      />
    );
  }
  const isTyped = query.trim() !== '';
  // Of boards that are still being read nobody knows whether there is one of that name, and Enter takes what is first.
  const isRead = (status !== 'idle' && status !== 'loading') || hasBoards;
  const canCreate =
    (isTyped && isRead) || (status === 'ready' && found.length === 0) || within !== null;
  const id = within?.board.id ?? '';
  const reason = value && first.find((offer) => placeKey(offer) === choiceKey(value));
  return (
    <div class="board-picker">
      <Combobox
        label={t('fieldBoard')}
        hint={
          within
            ? t('boardSectionsOf', within.board.name)
            : ((reason && reasonOf(reason.standing, site)) ?? t('boardHint'))
        }
        error={isGone ? t('boardGone', value?.boardName ?? '') : null}
        placeholder={t(adding ? 'boardAnother' : 'boardPlaceholder')}
        value={value && !adding ? choiceName(value) : ''}
        options={[
          ...found.map((offer) => optionOf(offer, query, site, !within)),
          ...(again ? [againOption()] : []),
          ...(canCreate ? [createOption(query, within)] : []),
          ...(within && !isTyped
            ? markOptions(within, marks.starred.includes(id), marks.hidden.includes(id))
            : []),
          ...(onSecret && !within && status === 'ready' ? [secretOption()] : []),
        ]}
        {...(hasMore ? { onMore: () => setShown(2 * shown) } : {})}
        note={note}
        typed={typed}
        query={query}
        onQuery={setQuery}
        onChoose={choose}
        onEnter={props.onEnter}
        onDeeper={goInto}
        onBack={() => {
          setWithin(null);
          return within !== null;
        }}
        onClose={() => {
          setWithin(null);
          setAdding(false);
        }}
        inputRef={input}
      />
      {about && (
        <BoardChips
          first={first.length > 1 ? first : []}
          site={site}
          chosen={value}
          onChoose={(offer) => {
            take(choiceOf(offer));
            input.current?.focus();
          }}
          also={also?.boards ?? null}
          onAlso={(boards) => also?.onChange(boards)}
          onAdd={() => {
            setAdding(true);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Whether what was chosen is not among all boards any more; a secret one is not where those are not asked for. */
function useIsGone(store: BoardsStore, value: BoardChoice | null, isAll: boolean): boolean {
  return useStore(
    store,
    ({ boards, complete, status }) =>
      value !== null &&
      isAll &&
      complete &&
      status === 'ready' &&
      !boards.some(({ id }) => id === value.boardId),
  );
}
