import { AppError } from '../errors';
import type { PinterestClient } from '../pinterest/client';
import { forgetReplies, isFresh, keptReply } from './kept';
import { STATS_OPERATIONS, type KeptReply, type StatsAsk } from './operations';

/**
 * Gives Pinterest's reply to a question of a view: what the session holds where that is ten minutes old at most, else by
 * one request. What is made of the numbers is the view's.
 *
 * @throws AppError as the client does; `message/refused` for an operation that is none of the numbers'
 */
export async function readForStats(
  client: PinterestClient,
  { operation, input, refresh }: StatsAsk,
  now = Date.now(),
): Promise<KeptReply> {
  if (!STATS_OPERATIONS.includes(operation))
    throw new AppError('message/refused', { type: operation });
  const kept = keptReply(operation, input);
  const before = refresh ? null : await kept.getValue();
  if (isFresh(before, now)) return before;
  const after = { readAt: now, reply: await client.call(operation, input) };
  await kept.setValue(after).catch(forgetReplies); // the session's memory is full: it is only read again
  return after;
}
