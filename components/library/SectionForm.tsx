import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { SectionRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import { t } from '../../lib/i18n';
import { NAME_LIMIT, nameProblem } from '../../lib/library/names';
import { TextField } from '../ui/Field';
import { FormDialog } from './FormDialog';
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
  useLayoutEffect(() => input.current?.focus(), []);
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
    <FormDialog
      title={t(section ? 'sectionRename' : 'libraryNewSection')}
      action={t(section ? 'actionSave' : 'actionCreate')}
      onSave={save}
      onClose={() => onDone(null)}
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
    </FormDialog>
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
