import type { Send } from '../messages/create-send';
import { clockOffset } from '../storage/items';
import { isFresh, keptReply } from './kept';
import type { KeptReply, StatsInput, StatsOperation, StatsOutput } from './operations';

/** What Pinterest's clock says, ms of UTC: which day it is there decides which days can be asked for. */
export const pinterestNow = async (): Promise<number> =>
  Date.now() + (await clockOffset.getValue());

/** Gives what the session holds of a question, however old it is; null where that is nothing. Asks nobody. */
export const readKept = <Id extends StatsOperation>(operation: Id, input: StatsInput<Id>) =>
  keptReply(operation, input).getValue() as Promise<KeptReply<StatsOutput<Id>> | null>;

/**
 * Answers a question: from the session where that is fresh, which wakes nobody; else the background has it answered by one
 * request.
 * @throws AppError as the client does
 */
export async function readStats<Id extends StatsOperation>(
  ask: Send,
  operation: Id,
  input: StatsInput<Id>,
  refresh = false,
): Promise<KeptReply<StatsOutput<Id>>> {
  const kept = refresh ? null : await readKept(operation, input);
  if (isFresh(kept)) return kept;
  return (await ask('stats/read', { operation, input, refresh })) as KeptReply<StatsOutput<Id>>;
}
