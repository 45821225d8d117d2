import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** How long after the last change a choice is kept, ms: nobody waits for it, and no letter is written by itself. */
const PAUSE_MS = 400;

interface Kept<Choice> {
  choice: Choice;
  change: (part: Partial<Choice>) => void;
  /** Whether all that was changed is kept; false before the first change. */
  isKept: boolean;
  /** Keeps at once what was changed: for whoever leaves the form. */
  keep: () => void;
}

/**
 * Holds what is chosen in a form and keeps it by itself: a moment after the last change, and at once where the form or its
 * page goes.
 *
 * @param saved what the form begins with
 * @param onKeep keeps a choice, and gives whether it was kept; it leaves out what is wrong in it
 */
export function useKept<Choice>(
  saved: Choice,
  onKeep: (choice: Choice) => Promise<boolean>,
): Kept<Choice> {
  const [choice, setChoice] = useState(saved);
  const [isKept, setKept] = useState(false);
  const latest = useRef({ choice, onKeep, timer: 0, isChanged: false });
  latest.current.onKeep = onKeep;
  const keep = useCallback(() => {
    const now = latest.current;
    clearTimeout(now.timer);
    if (!now.isChanged) return;
    now.isChanged = false;
    const { choice: kept } = now;
    void now.onKeep(kept).then((is) => setKept(is && kept === now.choice));
  }, []);
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);
  const change = (part: Partial<Choice>) => {
    const now = latest.current;
    now.choice = { ...now.choice, ...part };
    now.isChanged = true;
    clearTimeout(now.timer);
    now.timer = window.setTimeout(keep, PAUSE_MS);
    setKept(false);
    setChoice(now.choice);
  };
  return { choice, change, isKept, keep };
}
