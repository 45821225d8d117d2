import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { isFresh } from '../../lib/stats/kept';
import type { StatsInput, StatsOperation, StatsOutput } from '../../lib/stats/operations';
import { dateOf } from '../../lib/stats/periods';
import { pinterestNow, pinterestNowAtOnce, readKept, readStats } from '../../lib/stats/read';
import { useSame } from './use-same';

/** An answer of Pinterest on its way into a view. */
export interface Loaded<Reply> {
  reply: Reply | null;
  /** When Pinterest was asked, ms of UTC; 0 before the first answer. */
  readAt: number;
  error: AppError | null;
  isBusy: boolean;
  /** Whether what the session holds of it was read. */
  isRead: boolean;
  /** Asks Pinterest anew, whatever the session holds. */
  refresh: () => void;
}

/** What is shown belongs to its question: an answer to another one never stands in for it. */
interface Shown<Reply> {
  of: string;
  reply: Reply | null;
  readAt: number;
  error: AppError | null;
  isBusy: boolean;
  isRead: boolean;
}

/** Asks for numbers: shows what the session holds at once, then what the background gives. Null asks nothing. */
export function useStats<Id extends StatsOperation>(
  ask: Send,
  operation: Id,
  input: StatsInput<Id> | null,
): Loaded<StatsOutput<Id>> {
  type Reply = StatsOutput<Id>;
  const question = useSame(input);
  const of = JSON.stringify([operation, question]);
  const [shown, setShown] = useState<Shown<Reply>>(() => nothingOf(of));
  const [again, setAgain] = useState({ of: '', times: 0 });
  const tries = again.of === of ? again.times : 0; // another question is not asked anew as well
  // What the session holds is read before anything is painted.
  useLayoutEffect(() => {
    if (question === null) return undefined;
    let isGone = false;
    const show = (news: Partial<Shown<Reply>>) => {
      if (isGone) return;
      setShown((before) => ({ ...(before.of === of ? before : nothingOf(of)), ...news }));
    };
    const load = async () => {
      const kept = tries === 0 ? await readKept(operation, question) : null;
      const isDone = isFresh(kept);
      show({ ...(kept ? { ...kept, error: null } : {}), isBusy: !isDone, isRead: true });
      if (isDone) return;
      const answer = await readStats(ask, operation, question, tries > 0);
      show({ ...answer, error: null, isBusy: false });
    };
    load().catch((error: unknown) => show({ error: toAppError(error), isBusy: false }));
    return () => {
      isGone = true;
    };
  }, [ask, operation, question, of, tries]);
  const refresh = useCallback(() => setAgain(({ times }) => ({ of, times: times + 1 })), [of]);
  const current = shown.of === of ? shown : nothingOf(of);
  return { ...current, isBusy: current.isBusy && question !== null, refresh };
}

const nothingOf = (of: string) => ({
  of,
  reply: null,
  readAt: 0,
  error: null,
  isBusy: true,
  isRead: false,
});

/** How often it is looked whether it is another day: a panel may stay open for many. */
const LOOK_MS = 5 * 60_000;

/**
 * What Pinterest's clock says, ms of UTC, as the view was opened, or as the day of UTC began that it is now; null until that is
 * read. The days that can be asked for go along with it.
 */
export function usePinterestNow(): number | null {
  const [now, setNow] = useState(pinterestNowAtOnce);
  useLayoutEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    const look = async () => {
      const next = await pinterestNow();
      const isSame = (before: number | null) => before !== null && dateOf(before) === dateOf(next);
      if (!signal.aborted) setNow((before) => (isSame(before) ? before : next));
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    // Timers of a view that nobody sees may rest.
    document.addEventListener('visibilitychange', () => void look(), { signal });
    return () => {
      shown.abort();
      clearInterval(timer);
    };
  }, []);
  return now;
}
