import type { BoardChoice } from '../drafts/types';
import type { BoardIndex, RecentChoice, SectionRow } from './types';

/** Where boards and sections are read. */
interface Known {
  list(): Promise<BoardIndex>;
  sections(boardId: string): Promise<SectionRow[]>;
}

/**
 * Gives the board or section that the person chose last and that is still there; null where there is none. Recent choices
 * are ids only, so their names are read.
 *
 * @throws AppError as reading the boards does
 */
export async function suggestedChoice(
  recent: readonly RecentChoice[],
  known: Known,
): Promise<BoardChoice | null> {
  if (recent.length === 0) return null;
  const { boards } = await known.list();
  for (const { boardId, sectionId } of recent.toSorted((a, b) => b.at - a.at)) {
    const board = boards.find(({ id }) => id === boardId);
    if (!board) continue;
    const sections = sectionId ? await known.sections(boardId) : [];
    const section = sections.find(({ id }) => id === sectionId) ?? null;
    if (sectionId && !section) continue;
    const { id, name } = board;
    return {
      boardId: id,
      boardName: name,
      sectionId: section?.id ?? null,
      sectionName: section?.name ?? null,
    };
  }
  return null;
}
