import { useCallback, useMemo, useState } from 'preact/hooks';

/** The rows of a list that the person has chosen, to do something with all of them. */
export interface Chosen<Item> {
  /** Those of them that are shown: nothing is done to what is out of sight. */
  picked: readonly Item[];
  isAll: boolean;
  has: (key: string) => boolean;
  /** Chooses a row, or leaves it out again. */
  toggle: (key: string) => void;
  /** Chooses all that are shown, or none. */
  setAll: (all: boolean) => void;
  /** What one row's key is about: all that are chosen where it is one of them, else it alone. */
  withChosen: (item: Item) => readonly Item[];
}

const none: ReadonlySet<string> = new Set();

/** Keeps which rows of a list are chosen; `shown` are those that can be. */
export function useChosen<Item>(
  shown: readonly Item[],
  keyOf: (item: Item) => string,
): Chosen<Item> {
  const [keys, setKeys] = useState(none);
  const picked = useMemo(
    () => (keys.size === 0 ? [] : shown.filter((item) => keys.has(keyOf(item)))),
    [shown, keys, keyOf],
  );
  const toggle = useCallback((key: string) => setKeys((before) => toggled(before, key)), []);
  return {
    picked,
    isAll: shown.length > 0 && picked.length === shown.length,
    has: (key) => keys.has(key),
    toggle,
    setAll: (all) => setKeys(all ? new Set(shown.map(keyOf)) : none),
    withChosen: (item) => (keys.has(keyOf(item)) ? picked : [item]),
  };
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
