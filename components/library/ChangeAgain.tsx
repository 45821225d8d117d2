import type { BoardRow, SectionRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import type { LibraryChange } from '../../lib/changes/types';
import { tn } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { useStore } from '../use-store';
import { BoardForm } from './BoardForm';
import { ChooseBoard } from './ChooseBoard';
import { SectionForm } from './SectionForm';

interface ChangeAgainProps {
  change: LibraryChange;
  boards: BoardsStore;
  /** Asks for the permission that a secret board needs. */
  onSecret: (() => void) | null;
  /** What is asked for instead; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** Whether what Pinterest refused can be asked for in another way: a name that it does not take, a board that is gone. */
export function canChange({ op, input, because }: LibraryChange): boolean {
  if (op === 'pins/update') return because?.code === 'api/not-found' && 'board_id' in input;
  return because?.code === 'api/board-name' && 'name' in input;
}

/** Asks once more for a change that Pinterest refused: its form, filled with what was asked for. */
export function ChangeAgain({ change, boards, onSecret, onDone }: ChangeAgainProps) {
  const rows = useStore(boards, (state) => state.boards);
  const sections = useStore(boards, (state) => state.sections);
  switch (change.op) {
    case 'boards/create':
    case 'boards/update': {
      const board = change.op === 'boards/create' ? null : boardOf(rows, change);
      const taken = rows.filter(({ id }) => id !== board?.id).map(({ name }) => name);
      return <BoardForm {...{ board, taken, onSecret, onDone }} filled={change.input} />;
    }
    case 'board_sections/create':
    case 'board_sections/update': {
      const boardId = change.input.board_id;
      const there = sections[boardId] ?? [];
      const section = change.op === 'board_sections/create' ? null : sectionOf(there, change);
      const taken = there.filter(({ id }) => id !== section?.id);
      return <SectionForm {...{ boardId, section, taken, onDone }} filled={change.input.name} />;
    }
    case 'pins/update':
      return (
        <ChooseBoard
          title={tn('pinsMoveTo', 1)}
          boards={boards}
          onClose={() => onDone(null)}
          onChoose={({ boardId: board_id, sectionId: board_section_id }) => {
            const { op, back, about, name } = change;
            const input = { ...change.input, board_id, board_section_id };
            onDone({ op, input, ...(back ? { back } : {}), about, name });
          }}
        />
      );
    default:
      return null;
  }
}

type Of<Op> = Extract<LibraryChange, { op: Op }>;

/** The board as it is; where it is not among those that are read, by what is known of it. */
function boardOf(
  boards: readonly BoardRow[],
  { input, back, name }: Of<'boards/update'>,
): BoardRow {
  const board = boards.find(({ id }) => id === input.board_id);
  const known = { pinCount: 0, coverUrl: null, ownerUsername: '', modifiedAt: 0 };
  const privacy = back?.privacy ?? 'PUBLIC';
  return board ?? { id: input.board_id, name: back?.name ?? name, privacy, ...known };
}

const sectionOf = (
  sections: readonly SectionRow[],
  { input, back }: Of<'board_sections/update'>,
): SectionRow =>
  sections.find(({ id }) => id === input.section_id) ?? {
    id: input.section_id,
    name: back?.name ?? '',
  };
