import { alongId } from '../drafts/tray';
import type { BoardChoice, Draft, DraftEdit } from '../drafts/types';
import type { ComposerState } from './composer-state';
import { leadOf, type Tray } from './tray';

/** What is done to a tray is done with: the store, and two ways to tell the background. */
interface Doing {
  get: () => ComposerState;
  set: (state: Partial<ComposerState>) => void;
  say: (draftId: string, edit: DraftEdit) => void;
  discard: (draftId: string) => Promise<unknown>;
}

/** A tray in which a draft is as it is now; null stands for one that was sent. */
export function withDraft(tray: Tray, id: string, draft: Draft | null): Tray {
  const items = tray.items.map((item) => (item.id === id ? { ...item, draft } : item));
  return { items, open: draft === null && tray.open === id ? null : tray.open };
}

/** Ids of the drafts that go to no board yet. */
export const withoutBoard = ({ draft, tray }: Pick<ComposerState, 'draft' | 'tray'>): string[] =>
  (tray ? tray.items.map((item) => item.draft) : [draft]).flatMap((each) =>
    each && !each.board ? [each.id] : [],
  );

/** Leaves out a picture that goes along. */
export function leaveOut({ get, set, say, discard }: Doing, key: string): void {
  const { tray } = get();
  const lead = leadOf(get());
  if (!lead) return;
  const left = { ...lead, also: lead.also.filter((along) => along.key !== key), edited: true };
  say(lead.id, { also: left.also });
  const gone = alongId(lead.id, key);
  void discard(gone).catch(() => undefined); // gone already
  const items = tray?.items.filter(({ id }) => id !== gone) ?? [];
  const next = items.length > 1 ? withDraft({ items, open: null }, lead.id, left) : null;
  set({ draft: left, tray: next, error: null });
}

/** Gives a board to every pin that has none yet. */
export function giveBoard({ get, set, say }: Doing, board: BoardChoice): void {
  for (const id of withoutBoard(get())) {
    const { draft, tray } = get();
    const own = tray?.items.find((item) => item.id === id)?.draft ?? draft;
    if (!own) continue;
    const given = { ...own, board, edited: true };
    set({
      ...(draft?.id === id ? { draft: given } : {}),
      ...(tray ? { tray: withDraft(tray, id, given) } : {}),
    });
    say(id, { board });
  }
}
