import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { walkPins, type PinRow, type WalkedSoFar } from '../../lib/stats/pins';

export interface AllPins {
  pins: readonly PinRow[];
  /** Whether these are all. */
  isWhole: boolean;
  /** Whether more are read only once they are asked for. */
  isCut: boolean;
  error: AppError | null;
  retry: () => void;
  readOn: () => void;
}

const NOTHING = { pins: [], isWhole: false };

/** All of the account's pins with their own figures, as far as they are read; 10,000 come by themselves, more by `readOn`. */
export function useAllPins(ask: Send): AllPins {
  const [found, setFound] = useState<Pick<AllPins, 'pins' | 'isWhole'>>(NOTHING);
  const [after, setAfter] = useState<WalkedSoFar | null>(null);
  const [stopped, setStopped] = useState<WalkedSoFar | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    setStopped(null);
    walkPins(ask, (pins, isWhole) => setFound({ pins, isWhole }), { signal, after })
      .then((end) => signal.aborted || setStopped(end))
      .catch((met: unknown) => signal.aborted || setError(toAppError(met)));
    return () => shown.abort();
  }, [ask, after, tries]);
  return {
    ...found,
    isCut: stopped !== null,
    error,
    retry: () => setTries(tries + 1),
    readOn: () => setAfter(stopped),
  };
}

/** The name of a file of pins: one that has not all of them says how many were read. */
export const fileNameOf = (name: string, { pins, isWhole }: Pick<AllPins, 'pins' | 'isWhole'>) =>
  isWhole ? name : `${name}-newest-${pins.length}`;
