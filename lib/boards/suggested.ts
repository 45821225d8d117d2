import type { BoardChoice } from '../drafts/types';
import type { BoardIndex, RecentChoice, SectionRow } from './types';

/** Where boards and sections are read. */
interface Known {
  list(): Promise<BoardIndex>;
  sections(boardId: string): Promise<SectionRow[]>;
}

/** What is remembered of where pins went; ids only, so names are read. */
interface Remembered {
  /** Keys of places that something speaks for, the likeliest first. */
  likely: readonly string[];
  recent: readonly RecentChoice[];
  /** Boards that are never offered. */
  hidden: readonly string[];
}

/**
 * Gives the first board or section that is still there: of those that something speaks for, else of those that the person
 * chose last. Null where there is none.
 *
 * @throws AppError as reading the boards does
 */
export async function suggestedChoice(
  { likely, recent, hidden }: Remembered,
  known: Known,
): Promise<BoardChoice | null> {
  if (likely.length === 0 && recent.length === 0) return null;
  const { boards } = await known.list();
  const last = recent
    .toSorted((a, b) => b.at - a.at)
    .map(({ boardId, sectionId }) => (sectionId ? `${boardId}/${sectionId}` : boardId));
  for (const key of [...likely, ...last]) {
    const [boardId = '', sectionId = null] = key.split('/');
    const board = boards.find(({ id }) => id === boardId);
    if (!board || hidden.includes(boardId)) continue;
    const sections = sectionId ? await known.sections(boardId) : [];
    const section = sections.find(({ id }) => id === sectionId) ?? null;
    if (sectionId && !section) continue;
    return { boardId, boardName: board.name, sectionId, sectionName: section?.name ?? null };
  }
  return null;
}
