import { useState } from 'preact/hooks';

import { toAppError, type AppError } from '../../lib/errors';

/** One thing at a time that takes a moment and may fail: whether it goes on, and what went wrong with the last. */
export function useDoing() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    await work().catch((problem: unknown) => setError(toAppError(problem)));
    setBusy(false);
  };
  return { isBusy, error, run };
}
