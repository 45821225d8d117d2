import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';

import type { BoardChoice } from '../../lib/drafts/types';
import { formatNumber, t, tn } from '../../lib/i18n';
import { filterPins, isFiltering, noFilter } from '../../lib/library/filter';
import { pending, pinsWith } from '../../lib/library/overlay';
import type { LibraryPlace, PinRow } from '../../lib/library/types';
import { isGranted } from '../../lib/pinterest/scopes';
import type { BoardsStore } from '../../lib/state/boards';
import type { LibraryStore } from '../../lib/state/library';
import { Button } from '../ui/Button';
import { RovingList } from '../ui/RovingList';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { BoardHead } from './BoardHead';
import type { LibraryPartProps } from './BoardsPart';
import { ChooseBoard } from './ChooseBoard';
import { ChosenBar, ofMany } from './ChosenBar';
import { EmptyNote } from './EmptyNote';
import { useLinkCheck } from './link-check';
import { deletionOf, moveOf } from './pin-changes';
import { PinFilters } from './PinFilters';
import { PinForm } from './PinForm';
import { PinLine } from './PinLine';
import { SearchHead } from './SearchHead';
import { useChosen } from './use-chosen';

interface PinsPartProps extends LibraryPartProps {
  place: LibraryPlace;
  siteUrl: string;
  onOpenUrl: (url: string) => void;
  /** Says what was done. */
  onSaid: (words: string) => void;
}

type Asked = { what: 'move' | 'save'; pins: readonly PinRow[] } | { what: 'edit'; pin: PinRow };

const ROW_HEIGHT = 79;

/** As many as fill the view: with a filter, pages are read until so many fit. */
const FULL = 20;
const keyOf = ({ id }: PinRow) => id;

/** The pins of a board, of a section, of a search, or all: to filter, and to do something with one or with many. */
export function PinsPart(props: PinsPartProps) {
  const { library, boards, place, siteUrl, onOpenUrl, onSaid } = props;
  const pins = usePins(library, place);
  const status = useStore(library, (state) => state.status);
  const bookmark = useStore(library, (state) => state.bookmark);
  const mayUpdate = useStore(library, (state) => !state.changes.some(isRefused));
  const isPartial = useStore(library, (state) => state.isPartial);
  const isSecretShown = useStore(
    props.account,
    (state) => !state.account || isGranted(state.account.scopes, 'secret'),
  );
  const [filter, setFilter] = useState({
    ...noFilter,
    words: isPartial && place.kind === 'search' ? place.query : '',
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const links = useLinkCheck(pins, filter.broken);
  const shown = useMemo(() => filterPins(pins, filter, links.broken), [pins, filter, links.broken]);
  const chosen = useChosen(shown, keyOf);
  const { picked, toggle: choose } = chosen;
  const nameOf = useBoardNames(boards);
  const { change, save, more } = library.getState();
  const own = picked.filter(isOwn);
  const remove = (gone: readonly PinRow[]) => {
    chosen.setAll(false);
    onSaid(tn('pinsDeleted', gone.length));
    void change(gone.map(deletionOf));
  };
  const answer = async (board: BoardChoice) => {
    setAsked(null);
    if (!asked || asked.what === 'edit') return;
    chosen.setAll(false);
    if (asked.what === 'move') await change(asked.pins.map((pin) => moveOf(pin, board)));
    else if (!(await save(asked.pins, board))) return;
    const said = asked.what === 'move' ? 'pinsMoved' : 'pinsSaved';
    onSaid(tn(said, asked.pins.length));
  };
  const onDelete = (pin: PinRow) => {
    const gone = chosen.withChosen(pin).filter(isOwn);
    if (gone.length > 0) remove(gone);
  };
  const open = (pin: PinRow) => onOpenUrl(`${siteUrl}/pin/${pin.id}/`);
  const onKey = (key: string, pin: PinRow) => {
    const keys: Record<string, () => void> = {
      ' ': () => choose(pin.id),
      Enter: () => open(pin),
      Delete: () => onDelete(pin),
      ...(mayUpdate && pin.isOwn ? { F2: () => setAsked({ what: 'edit', pin }) } : {}),
    };
    keys[key]?.();
    return key in keys;
  };
  const isAuto = bookmark !== null && !filter.broken; // which asks the sites, too
  const isSought = isAuto && isFiltering(filter) && shown.length < FULL;
  useEffect(() => {
    if (isSought && status === 'ready') void more();
  }, [isSought, status, more]);
  const onEnd = useCallback(() => {
    if (isAuto) void more();
  }, [isAuto, more]);
  return (
    <>
      {place.kind === 'board' ? (
        <BoardHead {...props} place={place} />
      ) : (
        <SearchHead {...props} count={shown.length} />
      )}
      <PinFilters
        {...{ pins, filter, links }}
        onFilter={setFilter}
        isAllChosen={chosen.isAll}
        onChooseAll={chosen.setAll}
      />
      <ChosenBar count={picked.length}>
        {mayUpdate && own.length > 0 && (
          <Button onClick={() => setAsked({ what: 'move', pins: own })}>
            {ofMany('batchMove', own.length, picked.length)}
          </Button>
        )}
        <Button onClick={() => setAsked({ what: 'save', pins: picked })}>{t('librarySave')}</Button>
        {own.length > 0 && (
          <Button onClick={() => remove(own)}>
            {ofMany('actionDelete', own.length, picked.length)}
          </Button>
        )}
      </ChosenBar>
      {status === 'loading' && pins.length === 0 && <Skeleton height="240px" />}
      {status === 'ready' && shown.length === 0 && (
        <EmptyNote>{emptyWords(pins.length, bookmark === null)}</EmptyNote>
      )}
      {shown.length > 0 && (
        <RovingList
          label={t('libraryPins')}
          items={shown}
          keyOf={keyOf}
          rowHeight={ROW_HEIGHT}
          onKey={onKey}
          onEnd={onEnd}
          focusWhen={picked.length === 0} // the buttons for many are gone
        >
          {(pin) => (
            <PinLine
              pin={pin}
              chosen={chosen.has(pin.id)}
              boardName={place.kind === 'board' ? '' : nameOf(pin.boardId)}
              isBroken={links.broken.has(pin.link)}
              onChoose={() => choose(pin.id)}
              onOpen={() => open(pin)}
              onEdit={mayUpdate && pin.isOwn ? () => setAsked({ what: 'edit', pin }) : null}
              onMove={mayUpdate && pin.isOwn ? () => setAsked({ what: 'move', pins: [pin] }) : null}
              onSave={() => setAsked({ what: 'save', pins: [pin] })}
              onDelete={pin.isOwn ? () => remove([pin]) : null}
            />
          )}
        </RovingList>
      )}
      <p class="library-foot">
        <span class="tiny faint num grow" role="status">
          {footOf(pins.length, shown.length, status)}
        </span>
        {bookmark !== null && status !== 'loading' && (
          <Button kind="plain" onClick={() => void more()}>
            {t('libraryMore')}
          </Button>
        )}
      </p>
      {asked?.what === 'edit' && (
        <PinForm
          pin={asked.pin}
          onDone={(wanted) => {
            setAsked(null);
            if (wanted) void change([wanted]);
          }}
        />
      )}
      {(asked?.what === 'move' || asked?.what === 'save') && (
        <ChooseBoard
          title={tn(asked.what === 'move' ? 'pinsMoveTo' : 'pinsSaveTo', asked.pins.length)}
          boards={boards}
          onSecret={isSecretShown ? null : props.onSecret}
          onChoose={(board) => void answer(board)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

const isOwn = (pin: PinRow) => pin.isOwn;

/** Changing pins is granted app by app: what was refused once is not offered again until the person forgets it. */
const isRefused = ({ op, because }: { op: string; because: { code: string } | null }) =>
  op === 'pins/update' && because?.code === 'api/restricted-feature';

function usePins(library: LibraryStore, place: LibraryPlace): readonly PinRow[] {
  const read = useStore(library, (state) => state.pins);
  const changes = useStore(library, (state) => state.changes);
  const readAt = useStore(library, (state) => state.readAt);
  return useMemo(
    () => pinsWith(read, place, pending(changes, readAt)),
    [read, place, changes, readAt],
  );
}

function useBoardNames(store: BoardsStore): (id: string) => string {
  const boards = useStore(store, (state) => state.boards);
  const names = useMemo(() => new Map(boards.map(({ id, name }) => [id, name])), [boards]);
  return (id) => names.get(id) ?? '';
}

function emptyWords(read: number, isWhole: boolean): string {
  if (read === 0) return t('libraryNoPins');
  return isWhole ? t('libraryNoneFound') : t('libraryNoneSoFar', formatNumber(read));
}

function footOf(all: number, shown: number, status: string): string {
  if (status === 'loading' && all > 0) return t('libraryReading', formatNumber(all));
  return shown === all
    ? tn('libraryPinCount', all)
    : t('libraryPinsOf', formatNumber(shown), formatNumber(all));
}
