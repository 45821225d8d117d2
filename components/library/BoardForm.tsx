import { useEffect, useState } from 'preact/hooks';

import type { BoardRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import { t } from '../../lib/i18n';
import { readBoard } from '../../lib/library/read';
import { send } from '../../lib/messages/send';
import { TextArea } from '../ui/Field';
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
  /** What is to be changed; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** Makes a board, or changes what it is called, what it says of itself and who sees it. */
export function BoardForm({ board, taken, onSecret, onDone }: BoardFormProps) {
  const { field, check } = useName(board?.name ?? '', taken);
  const [privacy, setPrivacy] = useState(board?.privacy ?? 'PUBLIC');
  const { description, before, setDescription } = useDescription(board);
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

/** A list of boards does not say what they say of themselves; `before` is null until that is read. */
function useDescription(board: BoardRow | null) {
  const [before, setBefore] = useState<string | null>(board ? null : '');
  const [description, setDescription] = useState('');
  const id = board?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isGone = false;
    const read = async () => {
      const text = (await readBoard(send, id)).description ?? '';
      if (isGone) return;
      setBefore(text);
      setDescription(text);
    };
    void read().catch(() => undefined); // it stays as it is
    return () => {
      isGone = true;
    };
  }, [id]);
  return { description, before, setDescription };
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
