import type { Send } from '../messages/create-send';
import { clockOffset } from '../storage/items';
import { keptReply } from './kept';
import type { KeptReply, StatsInput, StatsOperation, StatsOutput } from './operations';

/** What Pinterest's clock says, ms of UTC: which day it is there decides which days can be asked for. */
export const pinterestNow = async (): Promise<number> =>
  Date.now() + (await clockOffset.getValue());

/** Gives what the session holds of a question, however old it is; null where that is nothing. Asks nobody. */
export const readKept = <Id extends StatsOperation>(operation: Id, input: StatsInput<Id>) =>
  keptReply(operation, input).getValue() as Promise<KeptReply<StatsOutput<Id>> | null>;

/**
 * Has a question answered by the background: from the session where that is fresh, else by one request.
 * @throws AppError as the client does
 */
export const readStats = async <Id extends StatsOperation>(
  ask: Send,
  operation: Id,
  input: StatsInput<Id>,
  refresh = false,
): Promise<KeptReply<StatsOutput<Id>>> =>
  (await ask('stats/read', { operation, input, refresh })) as KeptReply<StatsOutput<Id>>;
