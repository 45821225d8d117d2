import { laneOf } from '../drafts/lane';
import { isSamePage } from '../drafts/site';
import { readDraft } from '../drafts/store';
import { inTurn } from '../drafts/turn';
import { handoffs, menuProblems } from '../storage/items';
import type { Begun, PopupAhead } from './ahead';
import type { Kept } from './composer-state';
import { readTray } from './tray';

/**
 * Gives the draft that was begun on a tab's page straight from where it is written, before the background has looked at the
 * page anew: that may have to wake, and has to scan the page. Null where none was begun on that page.
 *
 * A menu click that came before has its turn before, so what was open before the click is not given.
 *
 * @param tab its page's address is known where the person has let Tack into the tab
 * @param ahead what the view's first script asked for
 */
export async function keptDraft(
  { id, url }: { id: number; url: string },
  ahead?: Pick<PopupAhead, 'begun'>,
): Promise<Kept | null> {
  const { handoffs: begun, menuProblems: problems } =
    (await ahead?.begun) ?? (await inTurn(id, readBegun));
  const draftId = begun?.[id];
  if (!draftId || problems?.[id]) return null;
  const [draft, lane] = await Promise.all([readDraft(draftId), laneOf(url)]);
  if (!draft || !isSamePage(draft.pageUrl, url)) return null;
  return { draft, lane, tray: await readTray(draft) };
}

async function readBegun(): Promise<Begun> {
  const [begun, problems] = await Promise.all([handoffs.getValue(), menuProblems.getValue()]);
  return { handoffs: begun, menuProblems: problems };
}
