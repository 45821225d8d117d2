import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Place } from '../../lib/boards/rank';
import { errorText } from '../../lib/error-text';
import { toErrorInfo } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { NAME_LIMIT, nameProblem } from '../../lib/library/names';
import type { BoardsStore } from '../../lib/state/boards';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Segmented } from '../ui/Segmented';

interface NewBoardProps {
  store: BoardsStore;
  name: string;
  /** The board that gets a section, or null for a new board. */
  within: Place | null;
  /** Asks for the permission that a secret board needs; null where it was given. */
  onSecret: (() => void) | null;
  onDone: (place: Place | null) => void;
}

/** Makes a board, or a section of one, in the place where it is needed. */
export function NewBoard(props: NewBoardProps) {
  const { store, name: typed, within, onSecret, onDone } = props;
  const [name, setName] = useState(typed);
  const [privacy, setPrivacy] = useState<'PUBLIC' | 'SECRET'>('PUBLIC');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);

  const create = async () => {
    if (busy) return;
    const problem = problemOf(name.trim(), store, within);
    setError(problem);
    if (problem !== null) return;
    setBusy(true);
    try {
      onDone(await make(store, { name: name.trim(), privacy, within }));
    } catch (cause) {
      setError(errorText(toErrorInfo(cause)).what);
      setBusy(false);
    }
  };

  return (
    <fieldset
      class="new-board"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') onDone(null);
        else void create();
      }}
    >
      <TextField
        label={within ? t('newSectionName', within.board.name) : t('newBoardName')}
        value={name}
        onInput={(typedName) => {
          setName(typedName);
          setError(null);
        }}
        error={error}
        inputRef={input}
      />
      <div class="new-board-foot">
        {!within && (
          <Segmented
            label={t('newBoardPrivacy')}
            value={privacy}
            onChange={(chosen) => {
              if (chosen === 'SECRET' && onSecret) onSecret();
              else setPrivacy(chosen);
            }}
            options={[
              { value: 'PUBLIC', label: t('boardPublic') },
              { value: 'SECRET', label: t('boardSecret') },
            ]}
          />
        )}
        <span class="grow" />
        <Button onClick={() => onDone(null)}>{t('actionCancel')}</Button>
        <Button onClick={() => void create()} busy={busy}>
          {t('actionCreate')}
        </Button>
      </div>
    </fieldset>
  );
}

/** What is wrong with a name, as far as it is known before Pinterest is asked: the library's check, with the name of the other. */
function problemOf(name: string, store: BoardsStore, within: Place | null): string | null {
  const { boards, sections } = store.getState();
  // A board of a group may be another's, whose names are free; where it is the person's own, Pinterest says so.
  const own = boards.filter(({ collaborators = 0 }) => collaborators === 0);
  const there: readonly { name: string }[] = within ? (sections[within.board.id] ?? []) : own;
  const names = there.map((each) => each.name);
  const problem = nameProblem(name, names);
  if (problem === 'empty') return t('nameEmpty');
  if (problem === 'long') return t('newNameTooLong', NAME_LIMIT);
  if (problem !== 'taken') return null;
  const same = names.find((each) => nameProblem(name, [each]) === 'taken') ?? name;
  return t(within ? 'newSectionTaken' : 'newBoardTaken', same);
}

async function make(
  store: BoardsStore,
  { name, privacy, within }: { name: string; privacy: 'PUBLIC' | 'SECRET'; within: Place | null },
): Promise<Place> {
  const { createBoard, createSection } = store.getState();
  if (!within) return { board: await createBoard(name, privacy), section: null };
  return { board: within.board, section: await createSection(within.board.id, name) };
}
