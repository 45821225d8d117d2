import { useEffect, useState } from 'preact/hooks';

import type { AccountView } from '../../lib/auth/types';
import { toAppError, type AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { walkPins, type PinRow, type WalkedSoFar } from '../../lib/stats/pins';

export interface AllPins {
  pins: readonly PinRow[];
  /** Whether these are all. */
  isWhole: boolean;
  /** Whether more are read only once they are asked for. */
  isCut: boolean;
  /** Whether pins are being read. */
  isBusy: boolean;
  /** When the oldest of them were read, ms of UTC. */
  readAt: number;
  error: AppError | null;
  retry: () => void;
  readOn: () => void;
  /** Reads all of them anew, whatever the session holds. */
  refresh: () => void;
}

const NOTHING = { pins: [], isWhole: false, readAt: 0 };

/** All of the account's pins with their own figures, as far as they are read; 10,000 come by themselves, more by `readOn`. */
export function useAllPins(ask: Send): AllPins {
  const [found, setFound] = useState<Pick<AllPins, 'pins' | 'isWhole' | 'readAt'>>(NOTHING);
  const [walk, setWalk] = useState<{ after: WalkedSoFar | null; refresh: boolean }>({
    after: null,
    refresh: false,
  });
  const [stopped, setStopped] = useState<WalkedSoFar | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    setStopped(null);
    setFound((before) => ({ ...before, isWhole: false }));
    walkPins(ask, (pins, isWhole, readAt) => setFound({ pins, isWhole, readAt }), {
      signal,
      ...walk,
    })
      .then((end) => signal.aborted || setStopped(end))
      .catch((met: unknown) => signal.aborted || setError(toAppError(met)));
    return () => shown.abort();
  }, [ask, walk]);
  return {
    ...found,
    isCut: stopped !== null,
    isBusy: !found.isWhole && !stopped && !error,
    error,
    retry: () => setWalk({ ...walk, refresh: false }),
    readOn: () => setWalk({ after: stopped, refresh: false }),
    refresh: () => setWalk({ after: null, refresh: true }),
  };
}

/** Whether a personal account's pins come without numbers, all of them: Pinterest counts for business accounts only. */
export const areUncounted = (pins: readonly PinRow[], account: AccountView | null): boolean =>
  account?.accountType === 'PINNER' &&
  pins.length > 0 &&
  pins.every(({ days90, lifetime }) => days90 === null && lifetime === null);

/** The name of a file of pins: one that has not all of them says how many were read. */
export const fileNameOf = (name: string, { pins, isWhole }: Pick<AllPins, 'pins' | 'isWhole'>) =>
  isWhole ? name : `${name}-newest-${pins.length}`;
