import type { Send } from '../messages/create-send';
import { clockOffset } from '../storage/items';
import { accountQuestion, USUAL_DAYS } from './account-question';
import { isFresh, keptReply } from './kept';
import type { KeptReply, StatsInput, StatsOperation, StatsOutput } from './operations';
import { lastDays, periodBefore } from './periods';

/** How far Pinterest's clock is from this one's, ms, as it was last read; null before that. */
let knownOffset: number | null = null;

/** What Pinterest's clock says, ms of UTC: which day it is there decides which days can be asked for. */
export async function pinterestNow(): Promise<number> {
  knownOffset = await clockOffset.getValue();
  return Date.now() + knownOffset;
}

/** The same without waiting; null where it was not read yet. */
export const pinterestNowAtOnce = (): number | null =>
  knownOffset === null ? null : Date.now() + knownOffset;

/** What is being read of the session before a view has asked for it. */
let ahead: { of: string; begun: number; kept: Promise<KeptReply | null> } | null = null;

/** A view takes it as it opens. Later, it may be of another account. */
const AHEAD_MS = 1000;

/**
 * Begins to read what the session holds of what the side panel opens with, while that is drawn for the first time: the one
 * who asks for it next, and within a second, gets it the sooner.
 */
export async function readAhead(): Promise<void> {
  const now = await pinterestNow();
  const period = lastDays(USUAL_DAYS, now);
  const operation = 'user_account/analytics';
  const question = accountQuestion(period, periodBefore(period, now));
  const kept = keptReply(operation, question).getValue();
  ahead = { of: keyOf(operation, question), begun: Date.now(), kept };
}

const keyOf = (operation: StatsOperation, input: object) => JSON.stringify([operation, input]);

/** Gives what the session holds of a question, however old it is; null where that is nothing. Asks nobody. */
export function readKept<Id extends StatsOperation>(operation: Id, input: StatsInput<Id>) {
  const before = ahead;
  ahead = null;
  const isIt =
    before?.of === keyOf(operation, input) && Math.abs(Date.now() - before.begun) < AHEAD_MS;
  const kept = isIt ? before.kept : keptReply(operation, input).getValue();
  return kept as Promise<KeptReply<StatsOutput<Id>> | null>;
}

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
