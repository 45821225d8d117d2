import { useEffect, useRef, useState } from 'preact/hooks';

import type { SectionRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import { t } from '../../lib/i18n';
import { NAME_LIMIT, nameProblem } from '../../lib/library/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { nameWords } from './name-words';

interface SectionFormProps {
  boardId: string;
  /** The section that is renamed, null for a new one. */
  section: SectionRow | null;
  /** The board's other sections. */
  taken: readonly SectionRow[];
  onDone: (wanted: WantedChange | null) => void;
}

/** Makes a section of a board, or gives one another name. */
export function SectionForm({ boardId, section, taken, onDone }: SectionFormProps) {
  const [name, setName] = useState(section?.name ?? '');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const save = () => {
    const problem = nameProblem(
      name,
      taken.map((each) => each.name),
    );
    if (problem) {
      setError(nameWords(problem));
      input.current?.focus();
    } else onDone(wantedOf(boardId, section, name.trim()));
  };
  return (
    <Dialog title={t(section ? 'sectionRename' : 'libraryNewSection')} onClose={() => onDone(null)}>
      <form
        class="library-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('libraryName')}
          value={name}
          limit={NAME_LIMIT}
          error={error}
          inputRef={input}
          onInput={(typed) => {
            setName(typed);
            setError(null);
          }}
        />
        <p class="library-dialog-foot">
          <Button onClick={() => onDone(null)}>{t('actionCancel')}</Button>
          <Button kind="primary" type="submit">
            {t(section ? 'actionSave' : 'actionCreate')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

function wantedOf(board_id: string, section: SectionRow | null, name: string): WantedChange | null {
  if (!section)
    return { op: 'board_sections/create', input: { board_id, name }, about: board_id, name };
  if (section.name === name) return null;
  const place = { board_id, section_id: section.id };
  return {
    op: 'board_sections/update',
    input: { ...place, name },
    back: { ...place, name: section.name },
    about: board_id,
    name,
  };
}
