import { suggestedChoice } from '../boards/suggested';
import type { BoardIndex, SectionRow } from '../boards/types';
import { laneOf } from '../drafts/lane';
import { begunDraft } from '../drafts/open';
import { editDraft } from '../drafts/store';
import { boardMarks, recentChoices } from '../storage/items';
import { MOMENT_MS } from './moment';
import { publish } from './publish';
import type { Job } from './types';

/** What a quick pin needs to know of the account's boards. @throws AppError as the client does */
export interface QuickBoards {
  list(): Promise<BoardIndex>;
  sections(boardId: string): Promise<SectionRow[]>;
  /** Keys of the places that something about a draft speaks for, the likeliest first. */
  likely(draftId: string): Promise<string[]>;
}

/**
 * Queues the draft that was just begun in a tab for the board that the composer would suggest, without a view:
 * where nothing speaks for one, the board where the person pinned last. Null where it
 * can't be known what they want: nothing to pin, a site they were not asked about, or no board yet.
 *
 * @throws AppError as `publish` does; the draft is then as it was, for the composer to show
 */
export async function quickPin(tabId: number, boards: QuickBoards): Promise<Job | null> {
  const draft = await begunDraft(tabId);
  if (!draft) return null;
  const lane = draft.image.pinId ? 'save' : await laneOf(draft.pageUrl);
  if (lane === null || (lane === 'save' && !draft.image.pinId)) return null;
  const board = draft.board ?? (await boardFor(draft.id, boards));
  if (!board) return null;
  await editDraft(draft.id, { board });
  return (await publish(draft.id, lane, { momentMs: MOMENT_MS })).job;
}

async function boardFor(draftId: string, boards: QuickBoards) {
  const [likely, recent, { hidden }] = await Promise.all([
    boards.likely(draftId).catch(() => []),
    recentChoices.getValue(),
    boardMarks.getValue(),
  ]);
  return suggestedChoice({ likely, recent, hidden }, boards);
}
