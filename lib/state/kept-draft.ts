import { laneOf } from '../drafts/lane';
import { isSamePage } from '../drafts/site';
import { inTurn } from '../drafts/turn';
import { handoffs, menuProblems } from '../storage/items';
import type { ComposerStore } from './composer';
import { readTray } from './tray';

/**
 * Shows the draft that was begun on a tab's page straight from where it is written, before the background has looked at the
 * page anew: that may have to wake, and has to scan the page. What the store's own `open` finds takes its place.
 *
 * To be asked before `open` is, so that it has the tab's turn first. A menu click that came before both has its turn before
 * them, so what was open before the click is not shown.
 *
 * @param tab its page's address is known where the person has let Tack into the tab
 */
export async function showKeptDraft(
  store: ComposerStore,
  { id, url }: { id: number; url: string },
): Promise<void> {
  const loading = import('../drafts/store'); // no part of the popup's first load, and there when the turn is
  const draftId = await inTurn(id, () => begunIn(id));
  if (draftId === null) return;
  const { readDraft } = await loading;
  const draft = await readDraft(draftId);
  if (!draft || !isSamePage(draft.pageUrl, url)) return;
  const [lane, tray] = await Promise.all([laneOf(draft.pageUrl), readTray(draft)]);
  const { status, tabId } = store.getState();
  if (status === 'opening' && tabId === id)
    store.setState({ draft, tray, lane, status: 'editing' });
}

/** Null where there is none, or where the menu could not begin what was asked for. */
async function begunIn(tabId: number): Promise<string | null> {
  const [begun, problems] = await Promise.all([handoffs.getValue(), menuProblems.getValue()]);
  return (!problems[tabId] && begun[tabId]) || null;
}
