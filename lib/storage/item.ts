import { browser, type Browser } from 'wxt/browser';

import { dropAhead, takeAhead } from './ahead';

/** A key of extension storage with a value of one type. */
export interface StorageItem<Value> {
  /** As it was declared, with its area. */
  readonly key: string;
  /** What stands where nothing was written. */
  readonly fallback: Value;
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  removeValue(): Promise<void>;
  /** Tells every new value, from whatever context, until the given function is called. */
  watch(tell: (value: Value) => void): () => void;
}

/**
 * Declares a key of extension storage, as `local:name` or `session:name`. It is read when it is asked for, and never before:
 * WXT's own `storage.defineItem` reads each key as it is declared, which were 45 reads in every view that opened and every
 * worker that woke, and the boards twice (docs/decisions/0039).
 */
export function defineItem<Value>(
  key: `${'local' | 'session'}:${string}`,
  { fallback }: { fallback: Value },
): StorageItem<Value> {
  const [area, name] = partsOf(key);
  const storage = () => browser.storage[area]; // a test puts another browser in its place
  return {
    key,
    fallback,
    async getValue() {
      const found: Found = (await takeAhead(key)) ?? (await storage().get(name));
      return (found[name] as Value | null | undefined) ?? fallback;
    },
    setValue(value) {
      dropAhead(key);
      return storage().set({ [name]: value ?? null });
    },
    removeValue() {
      dropAhead(key);
      return storage().remove(name);
    },
    watch(tell) {
      const onChange = (changes: Record<string, Browser.storage.StorageChange>) => {
        const change = changes[name];
        // Firefox tells what was written as it stood, too.
        if (!change || Object.is(change.newValue, change.oldValue)) return;
        tell((change.newValue as Value | null | undefined) ?? fallback);
      };
      const { onChanged } = storage();
      onChanged.addListener(onChange);
      return () => onChanged.removeListener(onChange);
    },
  };
}

type Found = Record<string, unknown>;

function partsOf(key: string): ['local' | 'session', string] {
  const [area, name = ''] = key.split(/:(.*)/s);
  return [area === 'session' ? 'session' : 'local', name];
}
