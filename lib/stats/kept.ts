import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

import type { KeptReply, StatsOperation } from './operations';

const PREFIX = 'stats/';

/** Where a reply is kept for the browser's session: the same question has the same place, in every context. */
export const keptReply = (operation: StatsOperation, input: object) =>
  storage.defineItem<KeptReply | null>(`session:${PREFIX}${operation}?${JSON.stringify(input)}`, {
    fallback: null,
  });

/** Drops all replies: they are of another account, or there is no room for the next. */
export async function forgetReplies(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(PREFIX)));
}
