import './BoardPicker.css';
import { Fragment, type Ref } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { placeKey, placeName, rankPlaces, type Place } from '../../lib/boards/rank';
import { findRanges, searchable, searchItems } from '../../lib/boards/search';
import type { BoardChoice } from '../../lib/drafts/types';
import { formatNumber, t, tn, uiLanguage } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { Combobox, type ComboboxOption } from '../ui/Combobox';
import { LockIcon, PlusIcon } from '../ui/icons';
import { late } from '../ui/late';
import { Picture } from '../ui/Picture';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';

interface BoardPickerProps {
  store: BoardsStore;
  value: BoardChoice | null;
  onChange: (choice: BoardChoice) => void;
  /** Enter while a board is chosen and the list is closed. */
  onEnter: () => void;
  /** Asks for the secret boards; null where they are in the list. */
  onSecret: (() => void) | null;
  inputRef?: Ref<HTMLInputElement>;
}

/** More than this nobody reads; typing narrows the list. */
const SHOWN = 50;
const LateNewBoard = late(
  () => import('./NewBoard').then(({ NewBoard }) => NewBoard),
  <Skeleton height="72px" />,
);

const CREATE = 'create';
const SECRET = 'secret';

/** The field that picks a board or one of its sections, recent ones first. */
export function BoardPicker(props: BoardPickerProps) {
  const { store, value, onChange, onEnter, onSecret, inputRef } = props;
  const [query, setQuery] = useState('');
  const [creating, setCreating] = useState<string | null>(null);
  const [within, setWithin] = useState<Place | null>(null);
  const { found, list, status, complete } = usePlaces(store, query, within);

  useEffect(() => setWithin(null), [value]);

  const choose = (key: string) => {
    const place = list.find((each) => placeKey(each) === key);
    if (place) onChange(choiceOf(place));
    else if (key === SECRET) onSecret?.();
    else setCreating(query.trim());
  };
  const goInto = (key: string) => {
    const place = list.find((each) => placeKey(each) === key);
    if (!place || place.section || within) return false;
    void store
      .getState()
      .loadSections(place.board.id)
      .catch(() => undefined);
    setWithin(place);
    setQuery('');
    return true;
  };
  const goBack = () => {
    setWithin(null);
    return within !== null;
  };

  if (creating !== null) {
    return (
      <LateNewBoard
        store={store}
        name={creating}
        within={within}
        onSecret={onSecret}
        onDone={(place) => {
          setCreating(null);
          if (place) onChange(choiceOf(place));
        }}
      />
    );
  }
  const options = found.map((place) => optionOf(place, query));
  const canCreate =
    query.trim() !== '' || (status === 'ready' && found.length === 0) || within !== null;
  return (
    <Combobox
      label={t('fieldBoard')}
      hint={within ? t('boardSectionsOf', within.board.name) : t('boardHint')}
      placeholder={t('boardPlaceholder')}
      value={value ? nameOf(value) : ''}
      options={[
        ...options,
        ...(canCreate ? [createOption(query, within)] : []),
        ...(onSecret && !within && status === 'ready' ? [secretOption()] : []),
      ]}
      note={noteOf(status, complete, list.length)}
      query={query}
      onQuery={setQuery}
      onChoose={choose}
      onEnter={onEnter}
      onDeeper={goInto}
      onBack={goBack}
      {...(inputRef ? { inputRef } : {})}
    />
  );
}

function usePlaces(store: BoardsStore, query: string, within: Place | null) {
  const boards = useStore(store, (state) => state.boards);
  const recent = useStore(store, (state) => state.recent);
  const sections = useStore(store, (state) => state.sections);
  const status = useStore(store, (state) => state.status);
  const complete = useStore(store, (state) => state.complete);
  const list = useMemo(() => {
    if (within) {
      const inside = (sections[within.board.id] ?? []).map((section) => ({
        board: within.board,
        section,
      }));
      return [within, ...inside];
    }
    const ranked = rankPlaces(boards, { recent, sections }, uiLanguage());
    const first = new Set(ranked.recent.map(placeKey));
    return [
      ...ranked.recent,
      ...[...ranked.boards, ...ranked.sections].filter((place) => !first.has(placeKey(place))),
    ];
  }, [boards, recent, sections, within]);
  const index = useMemo(() => searchable(list, placeName), [list]);
  const found = useMemo(() => searchItems(index, query).slice(0, SHOWN), [index, query]);
  return { found, list, status, complete };
}

function optionOf(place: Place, query: string): ComboboxOption {
  const { board, section } = place;
  const name = placeName(place);
  const secret = board.privacy === 'SECRET';
  return {
    key: placeKey(place),
    text: secret ? `${name}, ${t('boardSecret')}` : name,
    content: (
      <>
        <Picture url={board.coverUrl} class="board-cover" />
        <span class="grow">
          <span class="board-name cut">
            <Marked text={name} query={query} />
            {secret && (
              <span class="board-lock">
                <LockIcon size={11} /> {t('boardSecret')}
              </span>
            )}
          </span>
          <span class="tiny faint num">
            {section ? t('boardSection') : tn('boardPins', board.pinCount)}
          </span>
        </span>
      </>
    ),
  };
}

function Marked({ text, query }: { text: string; query: string }) {
  const ranges = findRanges(text, query);
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}

function createOption(query: string, within: Place | null): ComboboxOption {
  const name = query.trim();
  const text = within ? t('boardCreateSection', name) : t('boardCreate', name);
  return {
    key: CREATE,
    text,
    content: (
      <>
        <span class="board-cover board-new">
          <PlusIcon size={12} />
        </span>
        <span class="grow muted cut">{text}</span>
      </>
    ),
  };
}

function secretOption(): ComboboxOption {
  const text = t('boardShowSecret');
  return {
    key: SECRET,
    text,
    content: (
      <>
        <span class="board-cover board-new">
          <LockIcon size={12} />
        </span>
        <span class="grow muted cut">{text}</span>
      </>
    ),
  };
}

function noteOf(status: string, complete: boolean, count: number): string | null {
  if (status === 'loading') return t('boardsLoading');
  if (status === 'failed') return t('boardsFailed');
  if (!complete && status === 'ready') return t('boardsComing', formatNumber(count));
  return count > SHOWN ? t('boardsMore', formatNumber(count)) : null;
}

const nameOf = ({ boardName, sectionName }: BoardChoice) =>
  sectionName ? `${boardName} / ${sectionName}` : boardName;

const choiceOf = ({ board, section }: Place): BoardChoice => ({
  boardId: board.id,
  boardName: board.name,
  sectionId: section?.id ?? null,
  sectionName: section?.name ?? null,
});
