import { useEffect, useState } from 'preact/hooks';

import type { BoardRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import { errorText } from '../../lib/error-text';
import { toAppError, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import { readBoard } from '../../lib/library/read';
import { send } from '../../lib/messages/send';
import { Button } from '../ui/Button';
import { FieldError, TextArea } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { FormDialog } from './FormDialog';
import { NameField, useName } from './NameField';

/** Longest description of a board: the description of the API names none, and a pin's is held to this. */
const DESCRIPTION_LIMIT = 800;

interface BoardFormProps {
  /** The board that is changed, null for a new one. */
  board: BoardRow | null;
  /** Names that other boards have. */
  taken: readonly string[];
  /** Asks for the permission that a secret board needs; null where it was given. */
  onSecret: (() => void) | null;
  /** What the fields begin with, where that is not how the board is. */
  filled?: Partial<Words>;
  /** What is to be changed; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** Makes a board, or changes what it is called, what it says of itself and who sees it. */
export function BoardForm({ board, taken, onSecret, filled, onDone }: BoardFormProps) {
  const { field, check } = useName(filled?.name ?? board?.name ?? '', taken);
  const [privacy, setPrivacy] = useState(filled?.privacy ?? board?.privacy ?? 'PUBLIC');
  const { description, before, error, read, setDescription } = useDescription(
    board,
    filled?.description,
  );
  const save = () => {
    const name = check();
    if (name === null || description.length > DESCRIPTION_LIMIT) return;
    const now = { name, description, privacy };
    onDone(board ? updateOf(board, before, now) : creationOf(now));
  };
  return (
    <FormDialog
      title={board ? t('boardEditTitle', board.name) : t('libraryNewBoard')}
      action={t(board ? 'actionSave' : 'actionCreate')}
      onSave={save}
      onClose={() => onDone(null)}
    >
      <NameField {...field} />
      <TextArea
        label={t('fieldDescription')}
        value={description}
        limit={DESCRIPTION_LIMIT}
        disabled={before === null}
        onInput={setDescription}
        onSubmit={save}
      />
      {error && (
        <FieldError>
          {t('descriptionUnread', errorText(error).what)}{' '}
          <Button kind="plain" onClick={read}>
            {t('actionRetry')}
          </Button>
        </FieldError>
      )}
      {privacy !== 'PROTECTED' && (
        <Segmented
          label={t('newBoardPrivacy')}
          showLabel
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
    </FormDialog>
  );
}

/**
 * A list of boards does not say what they say of themselves; `before` is null until that is read, or where it could not be.
 *
 * @param filled what the field begins with all the same
 */
function useDescription(board: BoardRow | null, filled: string | undefined) {
  const [before, setBefore] = useState<string | null>(board ? null : '');
  const [description, setDescription] = useState(filled ?? '');
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  const id = board?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    setError(null);
    const look = async () => {
      try {
        const text = (await readBoard(send, id)).description ?? '';
        if (isGone) return;
        setBefore(text);
        setDescription(filled ?? text);
      } catch (problem) {
        if (!isGone) setError(toAppError(problem));
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [id, filled, tries]);
  return { description, before, error, read: () => setTries(tries + 1), setDescription };
}

interface Words {
  name: string;
  description: string;
  privacy: BoardRow['privacy'];
}

function creationOf({ name, description, privacy }: Words): WantedChange {
  const told = description.trim() === '' ? {} : { description };
  const input = { name, ...told, privacy: privacy === 'SECRET' ? privacy : ('PUBLIC' as const) };
  return { op: 'boards/create', input, about: crypto.randomUUID(), name };
}

/** Only what is other than before is sent, and only that is changed back. */
function updateOf(board: BoardRow, before: string | null, now: Words): WantedChange | null {
  const { id: board_id, name, privacy } = board;
  const input: Extract<WantedChange, { op: 'boards/update' }>['input'] = { board_id };
  const back = { ...input };
  if (now.name !== name) {
    input.name = now.name;
    back.name = name;
  }
  if (before !== null && now.description !== before) {
    input.description = now.description;
    back.description = before;
  }
  if (now.privacy !== privacy && now.privacy !== 'PROTECTED' && privacy !== 'PROTECTED') {
    input.privacy = now.privacy;
    back.privacy = privacy;
  }
  if (Object.keys(input).length === 1) return null;
  return { op: 'boards/update', input, back, about: board_id, name: now.name };
}
