import type { Send } from '../messages/create-send';
import type { AdAccount } from '../pinterest/types-ads';
import type { StatsInput } from './operations';
import { readStats } from './read';

/** The largest page that Pinterest gives; and more pages than anybody has accounts, should its bookmarks lead in a circle. */
const PAGE_SIZE = 250;
const MAX_PAGES = 40;

/**
 * Walks the ad accounts that the person may see, their own and those shared with them, to the end. Calls back with all there
 * are so far.
 *
 * @throws AppError as the client does, from the page that met it; what was shown before stays good
 */
export async function walkAdAccounts(
  ask: Send,
  show: (accounts: AdAccount[]) => void,
  { signal, refresh = false }: { signal: AbortSignal; refresh?: boolean },
): Promise<void> {
  const accounts: AdAccount[] = [];
  let bookmark: string | null | undefined;
  for (let page = 0; page < MAX_PAGES && !signal.aborted; page += 1) {
    const input: StatsInput<'ad_accounts/list'> = {
      include_shared_accounts: true,
      page_size: PAGE_SIZE,
      ...(bookmark ? { bookmark } : {}),
    };
    const { reply } = await readStats(ask, 'ad_accounts/list', input, refresh);
    if (signal.aborted) return;
    accounts.push(...reply.items);
    show([...accounts]);
    if (!reply.bookmark || reply.bookmark === bookmark) return;
    bookmark = reply.bookmark;
  }
}
