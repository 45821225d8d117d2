import type { SectionRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import { t } from '../../lib/i18n';
import { FormDialog } from './FormDialog';
import { NameField, useName } from './NameField';

interface SectionFormProps {
  boardId: string;
  /** The section that is renamed, null for a new one. */
  section: SectionRow | null;
  /** The board's other sections. */
  taken: readonly SectionRow[];
  /** What its field begins with, where that is not the section's name. */
  filled?: string;
  onDone: (wanted: WantedChange | null) => void;
}

/** Makes a section of a board, or gives one another name. */
export function SectionForm({ boardId, section, taken, filled, onDone }: SectionFormProps) {
  const { field, check } = useName(
    filled ?? section?.name ?? '',
    taken.map(({ name }) => name),
  );
  const save = () => {
    const name = check();
    if (name !== null) onDone(wantedOf(boardId, section, name));
  };
  return (
    <FormDialog
      title={t(section ? 'sectionRename' : 'libraryNewSection')}
      action={t(section ? 'actionSave' : 'actionCreate')}
      onSave={save}
      onClose={() => onDone(null)}
    >
      <NameField {...field} />
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
