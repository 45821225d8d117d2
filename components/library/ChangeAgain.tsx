import type { BoardRow, SectionRow } from '../../lib/boards/types';
import type { WantedChange } from '../../lib/changes/queue';
import type { LibraryChange } from '../../lib/changes/types';
import type { BoardChoice } from '../../lib/drafts/types';
import type { ErrorCode } from '../../lib/errors';
import { t, tn } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import { useStore } from '../use-store';
import { BoardForm } from './BoardForm';
import { ChooseBoard } from './ChooseBoard';
import { PinAgain } from './PinAgain';
import { SectionForm } from './SectionForm';

interface ChangeAgainProps {
  change: LibraryChange;
  boards: BoardsStore;
  /** Asks for the permission that a secret board needs. */
  onSecret: (() => void) | null;
  /** What is asked for instead; null where nothing is. */
  onDone: (wanted: WantedChange | null) => void;
}

/** Refusals of what was entered: other words may be taken. */
const ofWords: ReadonlySet<ErrorCode | undefined> = new Set([
  'api/board-name',
  'api/invalid-input',
  'api/link-refused',
  'api/rejected',
] as const);

/** How what Pinterest refused is asked for in another way: with other words, or with another board; null where neither helps. */
export function otherWay({ op, input, because }: LibraryChange): 'words' | 'board' | null {
  if (op.endsWith('delete')) return null;
  const isMove = op === 'pins/update' && 'board_id' in input;
  if (ofWords.has(because?.code)) return isMove ? 'board' : 'words';
  const isGone = because?.code === 'api/not-found' && because.data.kind !== 'pin';
  return isGone && (isMove || op === 'board_sections/create') ? 'board' : null;
}

/** Asks once more for a change that Pinterest refused: its form, filled with what was asked for. */
export function ChangeAgain({ change, boards, onSecret, onDone }: ChangeAgainProps) {
  const rows = useStore(boards, (state) => state.boards);
  const sections = useStore(boards, (state) => state.sections);
  if (otherWay(change) === 'board')
    return (
      <ChooseBoard
        title={change.op === 'pins/update' ? tn('pinsMoveTo', 1) : t('actionChooseBoard')}
        {...{ boards, onSecret }}
        onClose={() => onDone(null)}
        onChoose={(board) => onDone(elsewhere(change, board))}
      />
    );
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
      return <PinAgain change={change} onDone={onDone} />;
    default:
      return null;
  }
}

type Of<Op> = Extract<LibraryChange, { op: Op }>;

/** The same with another board: a pin that is moved, a section that is made. */
function elsewhere(
  change: LibraryChange,
  { boardId: board_id, sectionId: board_section_id }: BoardChoice,
): WantedChange | null {
  const { op, about, name } = change;
  if (op === 'board_sections/create')
    return { op, input: { ...change.input, board_id }, about: board_id, name };
  if (op !== 'pins/update') return null;
  const input = { ...change.input, board_id, board_section_id };
  return { op, input, ...(change.back ? { back: change.back } : {}), about, name };
}

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
