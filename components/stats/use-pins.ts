import { useEffect, useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';
import type { Send } from '../../lib/messages/create-send';
import { walkPins, type PinRow } from '../../lib/stats/pins';

export interface AllPins {
  pins: PinRow[];
  /** Whether these are all. */
  isWhole: boolean;
  error: AppError | null;
  retry: () => void;
}

/** All of the account's pins with their own figures, as far as they are read; more come by themselves. */
export function useAllPins(ask: Send): AllPins {
  const [found, setFound] = useState<{ pins: PinRow[]; isWhole: boolean }>({
    pins: [],
    isWhole: false,
  });
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const shown = new AbortController();
    const { signal } = shown;
    setError(null);
    walkPins(ask, (pins, isWhole) => setFound({ pins, isWhole }), { signal }).catch(
      (met: unknown) => signal.aborted || setError(toAppError(met)),
    );
    return () => shown.abort();
  }, [ask, tries]);
  return { ...found, error, retry: () => setTries(tries + 1) };
}
