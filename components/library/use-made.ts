import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';

import type { LibraryStore } from '../../lib/state/library';
import { useStore } from '../use-store';

/** A board or section that is on its way has no number at Pinterest yet. */
export const isMade = (id: string): boolean => /^\d+$/.test(id);

interface Made {
  /** What a board or section is known by, from when it was asked for on: its row is the same once Pinterest has it. */
  keyOf: (id: string) => string;
  /** Opens it; one that is on its way as soon as Pinterest has it. */
  open: (id: string) => void;
  /** Does something with it, in the same way, by the number that Pinterest gave it. */
  whenMade: (id: string, act: (id: string) => void) => void;
  /** The person turned to something else: what they wanted of one that is on its way is not done any more. */
  forget: () => void;
}

/** Gives a hold on boards and sections that were just made: a press on one is kept until it is there. */
export function useMade(library: LibraryStore, onOpen: (id: string) => void): Made {
  const changes = useStore(library, (state) => state.changes);
  const [wanted, setWanted] = useState<{ id: string; act: (id: string) => void } | null>(null);
  const keys = useMemo(
    () => new Map(changes.flatMap(({ id, madeId }) => (madeId ? [[madeId, id] as const] : []))),
    [changes],
  );
  const change = wanted === null ? undefined : changes.find(({ id }) => id === wanted.id);
  const madeId = change?.madeId;
  useEffect(() => {
    if (!madeId || !wanted) return;
    setWanted(null);
    wanted.act(madeId);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is there
  }, [madeId]);
  const keyOf = useCallback((id: string) => keys.get(id) ?? id, [keys]);
  const whenMade: Made['whenMade'] = (id, act) => {
    setWanted(isMade(id) ? null : { id, act });
    if (isMade(id)) act(id);
  };
  const forget = () => setWanted(null);
  return { keyOf, whenMade, forget, open: (id) => whenMade(id, onOpen) };
}
