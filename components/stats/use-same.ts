import { useRef } from 'preact/hooks';

/** Gives the value that was there before where the new one says the same: what is made of it need not be made anew. */
export function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
