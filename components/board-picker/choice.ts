import type { Place } from '../../lib/boards/rank';
import { keyOfChoice } from '../../lib/boards/suggest';
import type { BoardChoice } from '../../lib/drafts/types';

/** A choice as people read it. */
export const choiceName = ({ boardName, sectionName }: BoardChoice): string =>
  sectionName ? `${boardName} / ${sectionName}` : boardName;

/** The key of what was chosen; the same as `placeKey` gives. */
export const choiceKey: (choice: BoardChoice) => string = keyOfChoice;

/** Makes a choice of a place. */
export const choiceOf = ({ board, section }: Place): BoardChoice => ({
  boardId: board.id,
  boardName: board.name,
  sectionId: section?.id ?? null,
  sectionName: section?.name ?? null,
});
