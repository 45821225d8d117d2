import { browser } from 'wxt/browser';

import { defineItem } from '../storage/item';
import type { KeptReply, StatsOperation } from './operations';

const PREFIX = 'stats/';

/** Where a reply is kept for the browser's session: the same question has the same place, in every context. */
export const keptReply = (operation: StatsOperation, input: object) =>
  defineItem<KeptReply | null>(`session:${PREFIX}${operation}?${JSON.stringify(input)}`, {
    fallback: null,
  });

/** Pinterest counts about once a day; asking more often tells nothing new. */
const FRESH_MS = 10 * 60_000;

/** Tells whether what is kept will do: it is ten minutes old at most. A clock that was put back makes nothing last. */
export const isFresh = <Kept extends KeptReply>(
  kept: Kept | null,
  now = Date.now(),
): kept is Kept => kept !== null && Math.abs(now - kept.readAt) < FRESH_MS;

/** Drops all replies: they are of another account, or there is no room for the next. */
export async function forgetReplies(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(PREFIX)));
}
