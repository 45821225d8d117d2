import { useLayoutEffect, useState } from 'preact/hooks';

import type { LibraryStore } from '../../lib/state/library';

interface Left {
  /** Takes the focus where the person comes back from this page. */
  refOf: (page: 'all' | 'search' | 'circle') => (control: HTMLElement | null) => void;
  /** The board that they come back from. */
  boardId: string | undefined;
}

/** Gives the focus back to what led away from the boards: once, as they are shown again. */
export function useLeft(library: LibraryStore): Left {
  const [from, setFrom] = useState(() => library.getState().look.left);
  const [controls] = useState(() => new Map<string, HTMLElement>());
  useLayoutEffect(() => {
    if (from !== null) controls.get(from)?.focus();
    setFrom(null); // a list that is drawn anew under the person's fingers takes no focus
    // oxlint-disable-next-line react/exhaustive-deps -- as they are shown
  }, []);
  return {
    refOf: (page) => (control) => {
      if (control) controls.set(page, control);
    },
    boardId: from !== null && /^\d+$/.test(from) ? from : undefined,
  };
}
